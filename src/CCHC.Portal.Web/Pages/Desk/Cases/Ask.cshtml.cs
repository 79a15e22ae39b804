using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Asks the submitter for what is missing.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AskModel(CaseAtHand hand, CaseMails mails) : CaseVerb(hand)
{
    public override string Title => "Hỏi thêm người gửi";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null };

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
