using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Hands the case to a body outside; the citizen is told where it went.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class HandOverModel(CaseAtHand hand, CaseMails mails) : CaseVerb(hand)
{
    public override string Title => "Chuyển cơ quan ngoài";

    /// <summary>May come suggested in the address.</summary>
    [BindProperty(SupportsGet = true)] public string? UnitCode { get; set; }

    public IEnumerable<Unit> Units => Hand.Site.Units.Where(unit => unit.Kind == UnitKind.External);

    /// <summary>The outside body the text seems to belong to.</summary>
    public string? Suggested { get; private set; }

    protected override Task Look(CancellationToken stop)
    {
        Suggested = Units.FirstOrDefault(unit => unit.Code == Suggestions.For(Case.Message).Unit)?.Code;
        UnitCode ??= HttpMethods.IsGet(Request.Method) ? Suggested : null;
        return Task.CompletedTask;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var unit = Units.FirstOrDefault(unit => unit.Code == UnitCode);
        if (unit is null)
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn cơ quan nhận."));
        }
        var text = await SharedWords("Hãy viết lý do chuyển.", stop);
        if (unit is null || Problems.Count > 0)
        {
            return null;
        }
        Case.HandOver(unit.Id, text, Hand.Me, Hand.Now, Hand.Site.Calendar);
        await mails.HandedOver(Hand.Site, Case, stop);
        return await Done("case-handed-over", $"Đã ghi chuyển {Case.ReferenceCode} đến {unit.Name}.", stop);
    }
}
