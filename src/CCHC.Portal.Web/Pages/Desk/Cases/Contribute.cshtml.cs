using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A helping unit gives the lead its part; only colleagues read it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ContributeModel(CaseAtHand hand) : CaseVerb(hand)
{
    public override string Title => "Góp phần của đơn vị";

    public SupportingUnit Part { get; private set; } = null!;
    public string UnitName => Hand.Site.UnitById(Part.UnitId)?.Name ?? "";

    /// <summary>What the lead did meanwhile does not make the part wrong.</summary>
    protected override bool Competes => false;

    protected override async Task<Feedback?> Find(string code, CancellationToken stop)
    {
        if (await Hand.ToRead(code, stop) is not { } feedback || Hand.OwedBy(feedback) is not { } part)
        {
            return null;
        }
        Part = part;
        return feedback;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết phần của đơn vị.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Contribute(Part, text, Hand.Me, Hand.Now);
        return await Done("support-contributed", "Đã gửi phần của đơn vị cho đơn vị chủ trì.", stop);
    }
}
