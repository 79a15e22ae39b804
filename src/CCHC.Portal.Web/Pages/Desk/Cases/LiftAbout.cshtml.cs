using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Takes back that a case is about somebody, with the reason on record; for the intake officer or a head above.</summary>
[Needs(Deed.DecideConflict)]
public sealed class LiftAboutModel(CaseAtHand hand, Visit visit, Accusing accusing) : CaseVerb(hand)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public override string Title => "Gỡ ghi nhận bị phản ánh";
    public override bool Fits => About is not null;
    public CaseAbout? About => Case.Abouts.Find(about => about.Id == Id && about.Stands);
    public string Whom => $"{About?.Post.Vi()}: {Hand.Site.UnitById(About?.UnitId)?.Name} {About?.Name}".TrimEnd();

    protected override async Task<Feedback?> Find(string code, CancellationToken stop) =>
        await Hand.ToRead(code, stop) is { } feedback && visit.Me.Can(Deed.DecideConflict, new Subject(feedback.UnitId)) ? feedback : null;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết vì sao gỡ.");
        if (Problems.Count > 0)
        {
            return null;
        }
        await accusing.Lift(Case, About!, text, Hand.Me, Hand.Now, stop);
        return await Done("case-about-lifted", "Đã gỡ. Đơn vị đó có thể được giao vụ việc.", stop);
    }
}
