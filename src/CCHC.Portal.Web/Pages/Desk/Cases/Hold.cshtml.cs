using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Keeps a case from being purged, or lets its time run again; with a reason either way.</summary>
[Needs(Deed.HoldFeedback)]
public sealed class HoldModel(CaseAtHand hand, Visit visit) : CaseVerb(hand)
{
    public override string Title => Case.HeldAt is null ? "Giữ lại, không xóa khi hết hạn lưu" : "Thôi giữ lại";

    public override bool Fits => Case.PurgedAt is null && visit.Me.Can(Deed.HoldFeedback, new Subject(Case.UnitId));

    protected override bool OnMerged => true;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var reason = Words("Hãy ghi lý do.");
        if (Problems.Count > 0)
        {
            return null;
        }
        if (Case.HeldAt is null)
        {
            Case.Hold(reason, Hand.Me, Hand.Now);
            return await Done("case-held", "Đã giữ lại. Vụ này không bị xóa khi hết hạn lưu.", stop);
        }
        Case.Release(reason, Hand.Me, Hand.Now);
        return await Done("case-released", "Vụ này không còn bị giữ lại.", stop);
    }
}
