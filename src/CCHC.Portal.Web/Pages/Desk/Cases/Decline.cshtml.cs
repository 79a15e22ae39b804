using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Refuses a case, with the reason the citizen reads.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class DeclineModel(CaseAtHand hand) : CaseVerb(hand)
{
    public override string Title => "Không tiếp nhận";

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do không tiếp nhận.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Decline(text, Hand.Me, Hand.Now, Hand.Site.Calendar);
        return await Done("case-declined", "Đã ghi không tiếp nhận, kèm lý do.", stop);
    }
}
