using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Takes an idea up or not, with the reason its sender reads.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class DecideIdeaModel(CaseAtHand hand, PortalDb db, CaseMails mails) : CaseVerb(hand)
{
    [BindProperty] public string? Go { get; set; }

    public override string Title => "Tiếp thu góp ý";
    public override bool Fits => Case is { IsOpen: true, Kind: FeedbackKind.Idea, UnitId: not null };

    // Where answers need the head's approval, so does this one.
    protected override async Task<Feedback?> Find(string code, CancellationToken stop) =>
        await Hand.ToHandle(code, stop) is { } feedback && (Hand.MaySetAside(feedback) || !await db.NeedsApproval(feedback.UnitId, stop)) ? feedback : null;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = await SharedWords("Hãy viết lý do.", stop);
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.DecideIdea(Go == "yes", text, Hand.Me, Hand.Now, Hand.Site.Calendar);
        await mails.Answered(Hand.Site, Case, stop);
        return await Done("idea-decided", Go == "yes" ? "Đã ghi: tiếp thu." : "Đã ghi: chưa tiếp thu.", stop);
    }
}
