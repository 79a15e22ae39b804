using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Channels;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The sender takes a case back; afterwards neither the codes nor an open page show anything of it.</summary>
[NeverCached]
public sealed class WithdrawModel(OwnCase own, Receipts receipts, MergedCases merged, Visit visit) : OwnCaseVerb(own)
{
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public bool Erase { get; set; }
    [BindProperty] public bool Sure { get; set; }

    public bool HasIdentity => Case.SubmitterBox is not null;
    public override bool Fits => Case.IsOpen || Case.State == FeedbackState.Forwarded;
    protected override string Said => "rut";

    protected override async Task Act(CancellationToken stop)
    {
        Reason = OwnCase.Read(Reason, "Reason", null, ModelState);
        if (!Sure)
        {
            ModelState.AddModelError("Sure", "Hãy đánh dấu để chắc rằng bạn muốn rút");
        }
        if (ModelState.IsValid)
        {
            Case.Withdraw(Reason, Own.Now, visit.Site.Calendar);
            await merged.Release(visit.Site, Case, Own.Now, stop);
            if (Erase && HasIdentity)
            {
                Case.EraseIdentity(null, Own.Now.AddMilliseconds(1));
                await Own.Db.Unpost(Case.Id, stop);
            }
        }
    }

    protected override IActionResult Done()
    {
        receipts.Close(Response);
        return Redirect(Url.Content("~/phan-anh/da-rut"));
    }
}
