using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Gives the case to the unit whose it is: out of triage, or from one unit to another.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ForwardModel(CaseAtHand hand, CaseMails mails, Deadlines deadlines) : CaseVerb(hand)
{
    public override string Title => "Chuyển đơn vị xử lý";

    [BindProperty] public string? UnitCode { get; set; }

    public IEnumerable<Unit> Units => Hand.Site.Units.Where(unit => (unit.Kind is UnitKind.Internal or UnitKind.Peer) && unit.Id != Case.UnitId && !Case.IsBarredTo(unit.Id));

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var unit = Units.FirstOrDefault(unit => unit.Code == UnitCode);
        if (unit is null)
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn đơn vị nhận."));
        }
        var text = await SharedWords("Hãy viết lý do chuyển.", stop);
        if (unit is null || Problems.Count > 0)
        {
            return null;
        }
        Case.Forward(unit.Id, text, Hand.Me, Hand.Now, deadlines.TermsOf(Hand.Site));
        await mails.Forwarded(Hand.Site, Case, stop);
        return await Done("case-forwarded", $"Đã chuyển {Case.ReferenceCode} đến {unit.Name}.", stop);
    }
}
