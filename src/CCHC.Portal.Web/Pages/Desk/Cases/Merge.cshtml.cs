using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Merges this case with others of the same matter, or only notes that they have to do with each other.</summary>
[Needs(Deed.ReadFeedback), RequestFormLimits(ValueCountLimit = 1_000)]
public sealed class MergeModel(CaseAtHand hand, MergedCases merged, LikelyCases likely, PortalDb db, Visit visit) : CaseVerb(hand)
{
    private const int Most = 500;

    public override string Title => "Gộp các phản ánh cùng việc";

    [BindProperty(Name = "ma")] public List<string> Codes { get; set; } = [];
    [BindProperty] public string? More { get; set; }
    [BindProperty] public string? Do { get; set; }
    public IReadOnlyList<LikelyCase> Likely { get; private set; } = [];

    public bool IsChosen(LikelyCase other) => HttpMethods.IsPost(Request.Method) ? Codes.Contains(other.Code) : other.Likeness.Score >= Likeness.Strong;

    protected override async Task Look(CancellationToken stop) => Likely = await likely.Of(Case, visit.Me, stop);

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var others = await Chosen(stop);
        if (Problems.Count > 0)
        {
            return null;
        }
        if (Do == "link")
        {
            return await Link(others, stop);
        }
        var lead = await merged.Merge(Hand.Site, [Case, .. others], Hand.Me, Hand.Now, stop);
        foreach (var one in others.Append(Case).Where(one => one.Id != lead.Id))
        {
            Hand.Record("case-merged", one);
        }
        await Hand.Save(stop);
        TempData["Flash"] = $"Đã gộp {others.Count + 1} phản ánh; {lead.ReferenceCode} dẫn việc.";
        return RedirectToPage("Case", new { code = lead.ReferenceCode });
    }

    private async Task<IActionResult> Link(List<Feedback> others, CancellationToken stop)
    {
        var ids = others.ConvertAll(one => one.Id);
        var known = await db.CaseLinks.Where(link => (link.FeedbackId == Case.Id && ids.Contains(link.OtherId)) || (link.OtherId == Case.Id && ids.Contains(link.FeedbackId))).ToListAsync(stop);
        foreach (var other in others.Where(one => !known.Exists(link => link.OtherId == one.Id || link.FeedbackId == one.Id)))
        {
            db.CaseLinks.Add(new CaseLink { FeedbackId = Case.Id, OtherId = other.Id, At = Hand.Now, PersonId = Hand.Me });
            Case.Link(Hand.Me, Hand.Now);
            other.Link(Hand.Me, Hand.Now);
        }
        return await Done("case-linked", "Đã ghi là có liên quan.", stop);
    }

    // What is named and may not be merged is said; nothing is merged half.
    private async Task<List<Feedback>> Chosen(CancellationToken stop)
    {
        var typed = (More ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(CaseCodes.TidyReference).ToList();
        var codes = Codes.Concat(typed).Distinct().Where(code => code != Case.ReferenceCode).Take(Most).ToList();
        var found = await db.Feedback.VisibleTo(visit.Me).Where(one => codes.Contains(one.ReferenceCode)).ToListAsync(stop);
        if (codes.Count == 0)
        {
            Problems.Add(new Problem(nameof(More), "Hãy chọn hoặc ghi mã ít nhất một vụ khác."));
        }
        if (typed.Contains(""))
        {
            Problems.Add(new Problem(nameof(More), "Có mã viết chưa đúng. Mã có dạng PA-XXXX-XXXX."));
        }
        foreach (var code in codes.Where(code => code != ""))
        {
            var one = found.Find(one => one.ReferenceCode == code);
            if (one is null || !Hand.MayHandle(one))
            {
                Problems.Add(new Problem(nameof(More), $"{code}: không có hoặc không thuộc quyền của bạn."));
            }
            else if (Do != "link" && (one.IsBarred || Case.IsBarred))
            {
                Problems.Add(new Problem(nameof(More), $"{code}: phản ánh về đơn vị hoặc cán bộ được xử lý riêng, không gộp."));
            }
            else if (Do != "link" && one is not { IsOpen: true, MergedIntoId: null })
            {
                Problems.Add(new Problem(nameof(More), $"{code}: {(one.IsOpen ? "đã gộp vào vụ khác" : "đã khép lại")}."));
            }
        }
        return found;
    }
}
