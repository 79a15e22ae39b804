using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Answers the citizen; the case is done with it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ReplyModel(CaseAtHand hand, CaseMails mails) : CaseVerb(hand)
{
    public override string Title => "Trả lời người dân";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null };

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết nội dung trả lời.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Answer(text, Hand.Me, Hand.Now);
        await mails.Answered(Hand.Site, Case, stop);
        return await Done("case-answered", "Đã gửi trả lời cho người dân.", stop);
    }
}
