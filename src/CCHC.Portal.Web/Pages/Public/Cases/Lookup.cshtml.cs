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

    /// <summary>The QR code of a receipt brings the public code along; the secret is typed by hand.</summary>
    public void OnGet([FromQuery(Name = "ma")] string? code) => Code = code is { Length: <= 40 } ? code : null;

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
        var found = await db.Feedback.AsNoTracking().Where(feedback => feedback.ReferenceCode == reference && feedback.State != FeedbackState.Withdrawn).Select(feedback => new { feedback.Id, feedback.SecretHash }).SingleOrDefaultAsync(stop);
        var kept = await door.Find(reference, stop);
        var typed = Secret.Length > 100 ? Secret[..100] : Secret;
        // Both are asked and compared whatever the first says: neither answer nor time tells which kind a code is of.
        var (opens, unseals) = (codes.Opens(typed, found?.SecretHash), codes.Opens(typed, kept?.SecretHash));
        if (!opens && !unseals)
        {
            pace.Missed(network);
            Explain(CaseCodes.FaultOf(Code), CaseCodes.FaultOfSecret(Secret));
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

    // Seen from the characters alone and only after the same work as ever: it tells nothing about any case.
    private void Explain(CodeFault code, CodeFault secret)
    {
        Explain("Code", "Mã theo dõi", "Mã có chữ PA và 8 ký tự", code);
        Explain("Secret", "Mã bí mật", "Mã có 16 ký tự", secret);
        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Code", "Hai mã này không mở được phản ánh nào. Hãy xem hai mã có cùng một biên nhận không");
        }
    }

    private void Explain(string field, string name, string shape, CodeFault fault)
    {
        if (fault != CodeFault.None)
        {
            ModelState.AddModelError(field, fault switch
            {
                CodeFault.Length => $"{name} đang thiếu hoặc thừa ký tự. {shape}, không kể dấu gạch",
                CodeFault.Letter => $"{name} có ký tự gõ sai: mã không dùng các chữ và số 0, 1, 2, 5, 8, B, I, L, O, Q, S, U, V, Z",
                _ => $"{name} có một ký tự gõ sai, hoặc hai ký tự đổi chỗ. Hãy so từng ký tự với biên nhận",
            });
        }
    }
}
