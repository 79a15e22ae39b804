using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Opens a case with its code and its secret. An unknown code and a wrong secret get the same answer in the same time (security.md rule 12).</summary>
[NeverCached]
public sealed class LookupModel(PortalDb db, CaseCodes codes, Receipts receipts, FeedbackPaces paces, SignInPace pace, Sealed.SenderDoor door) : PageModel
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Secret { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Code) || string.IsNullOrWhiteSpace(Secret))
        {
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Code) ? "Code" : "Secret", "Hãy nhập cả hai mã trên biên nhận");
            return this.Invalid();
        }
        if (!paces.Lookups.Allows(HttpContext))
        {
            ModelState.AddModelError("", "Bạn tra cứu hơi nhanh. Hãy chờ một phút rồi thử lại.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var reference = CaseCodes.TidyReference(Code.Length > 60 ? Code[..60] : Code);
        // By code and network together: whole islands share a mobile network, and strangers must not slow a citizen down.
        var network = $"lookup:{Pace.NetworkOf(HttpContext.Connection.RemoteIpAddress)}:{reference}";
        await Task.Delay(pace.DelayFor(network), stop);
        var found = await db.Feedback.AsNoTracking().Where(feedback => feedback.ReferenceCode == reference).Select(feedback => new { feedback.Id, feedback.SecretHash }).SingleOrDefaultAsync(stop);
        var kept = await door.Find(reference, stop);
        var typed = Secret.Length > 100 ? Secret[..100] : Secret;
        // Both are asked and compared whatever the first says: neither answer nor time tells which kind a code is of.
        var (opens, unseals) = (codes.Opens(typed, found?.SecretHash), codes.Opens(typed, kept?.SecretHash));
        if (!opens && !unseals)
        {
            pace.Missed(network);
            ModelState.AddModelError("Code", "Không mở được phản ánh nào với hai mã này. Hãy kiểm tra từng chữ trên biên nhận");
            return this.Invalid();
        }
        pace.Succeeded(network);
        if (unseals)
        {
            receipts.OpenMailbox(Response, kept!.Value.Id);
            return RedirectToPage("/Public/Sealed/Mailbox");
        }
        receipts.Open(Response, found!.Id);
        return RedirectToPage("Track");
    }
}
