using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Says whom the case is about: it goes from them to the upper level, and they read it no more.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AboutModel(CaseAtHand hand, Accusing accusing) : CaseVerb(hand)
{
    private const int MostName = 200;

    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public AboutPost Post { get; set; }
    [BindProperty] public string? Name { get; set; }
    public override string Title => "Phản ánh về ai";
    public override bool Fits => true;
    public IEnumerable<Unit> Units => Hand.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer);

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        Name = VietnameseText.CleanLine(Name);
        if (Units.FirstOrDefault(unit => unit.Code == UnitCode) is not { } unit)
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn đơn vị bị phản ánh."));
            return null;
        }
        if (Name.Length > MostName || !Enum.IsDefined(Post))
        {
            Problems.Add(new Problem(nameof(Name), "Tên hoặc chức danh không quá 200 ký tự."));
            return null;
        }
        await accusing.Mark(Hand.Site, Case, new AboutWhom(unit.Id, Post, Name), Hand.Me, Hand.Now, stop);
        return await Done("case-about", $"Đã ghi. {unit.Name} không còn đọc và xử lý {Case.ReferenceCode}.", stop);
    }
}
