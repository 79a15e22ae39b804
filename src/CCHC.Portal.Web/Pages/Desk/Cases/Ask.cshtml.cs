using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Asks the submitter for what is missing.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AskModel(CaseAtHand hand, PortalDb db, CaseMails mails) : CaseVerb(hand)
{
    /// <summary>How many other senders of the matter there are, whose days go on meanwhile, and the nearest of those days.</summary>
    public (int Count, DateOnly? DueAt) Others { get; private set; }

    public override string Title => "Hỏi thêm người gửi";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null };

    protected override async Task Look(CancellationToken stop)
    {
        var days = await db.Feedback.Open().Where(one => one.MergedIntoId == Case.Id).Select(one => one.DueAt).ToListAsync(stop);
        Others = (days.Count, days.Min());
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết câu hỏi.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Ask(text, Hand.Me, Hand.Now);
        await mails.Asked(Hand.Site, Case, stop);
        return await Done("case-asked", "Đã gửi câu hỏi cho người gửi.", stop);
    }
}
