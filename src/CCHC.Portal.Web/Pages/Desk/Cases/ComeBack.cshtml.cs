using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Takes back a case that the outside body returned; its clock goes on.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ComeBackModel(CaseAtHand hand, Deadlines deadlines) : CaseVerb(hand)
{
    public override string Title => "Nhận lại vụ việc";

    public override bool Fits => Case.State == FeedbackState.Forwarded;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do nhận lại.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.ComeBack(text, Hand.Me, Hand.Now, deadlines.TermsOf(Hand.Site));
        return await Done("case-came-back", "Đã nhận lại vụ việc; thời hạn chạy tiếp.", stop);
    }
}
