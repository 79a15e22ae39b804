using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>“I have written the codes down”: this browser forgets the receipt and opens the case.</summary>
[NeverCached]
public sealed class KeepCodesModel(PortalDb db, CaseCodes codes, Receipts receipts) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("Receipt");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (receipts.Held(Request) is not { IsSealed: false } held)
        {
            return RedirectToPage("Lookup");
        }
        receipts.Forget(Response);
        var found = await db.Feedback.AsNoTracking().Where(feedback => feedback.ReferenceCode == held.ReferenceCode).Select(feedback => new { feedback.Id, feedback.SecretHash }).SingleOrDefaultAsync(stop);
        if (!codes.Opens(held.Secret, found?.SecretHash))
        {
            return RedirectToPage("Lookup");
        }
        receipts.Open(Response, found!.Id);
        return RedirectToPage("Track");
    }
}
