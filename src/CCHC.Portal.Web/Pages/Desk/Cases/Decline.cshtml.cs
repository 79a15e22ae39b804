using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Refuses a case, with the reason the citizen reads.</summary>
[Needs(Deed.SetAside)]
public sealed class DeclineModel(CaseAtHand hand, CaseMails mails) : CaseVerb(hand)
{
    public override string Title => "Không tiếp nhận";

    protected override async Task<Feedback?> Find(string code, CancellationToken stop) => await Hand.ToHandle(code, stop) is { } feedback && Hand.MaySetAside(feedback) ? feedback : null;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = await SharedWords("Hãy viết lý do không tiếp nhận.", stop);
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Decline(text, Hand.Me, Hand.Now, Hand.Site.Calendar);
        await mails.Declined(Hand.Site, Case, stop);
        return await Done("case-declined", "Đã ghi không tiếp nhận, kèm lý do.", stop);
    }
}
