using System.Text.Json;
using CCHC.Portal.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.DataProtection;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Hands a receipt, and the right to look at one case, to this browser for half an hour: sealed cookies, nothing in addresses.</summary>
public sealed class Receipts(IDataProtectionProvider protection)
{
    private const string ReceiptCookie = "portal.receipt", TrackCookie = "portal.track";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public void Give(HttpResponse response, Receipt receipt) => Put(response, ReceiptCookie, JsonSerializer.Serialize(receipt));

    public Receipt? Held(HttpRequest request) => Get(request, ReceiptCookie) is { } text ? JsonSerializer.Deserialize<Receipt>(text) : null;

    /// <summary>The citizen has written the codes down: this browser need not hold them any longer.</summary>
    public void Forget(HttpResponse response) => response.Cookies.Delete(ReceiptCookie);

    public void Open(HttpResponse response, Guid caseId) => Put(response, TrackCookie, $"o{caseId}");

    public Guid? Opened(HttpRequest request) => Of('o', request);

    // The same cookie, as long as the other: what kind of case was opened does not show on the device.
    public void OpenMailbox(HttpResponse response, Guid caseId) => Put(response, TrackCookie, $"s{caseId}");

    public Guid? OpenedMailbox(HttpRequest request) => Of('s', request);

    public void Close(HttpResponse response)
    {
        response.Cookies.Delete(TrackCookie);
        response.Cookies.Delete(ReceiptCookie);
    }

    private Guid? Of(char kind, HttpRequest request) => Get(request, TrackCookie) is { Length: > 1 } text && text[0] == kind && Guid.TryParse(text.AsSpan(1), out var id) ? id : null;

    private void Put(HttpResponse response, string name, string text) =>
        response.Cookies.Append(name, Protector(response.HttpContext, name).Protect(text, Kept), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
            MaxAge = Kept,
        });

    // One cookie opens neither another kind of box nor another site's.
    private ITimeLimitedDataProtector Protector(HttpContext context, string name) =>
        protection.CreateProtector("receipts", name, context.Site()!.Id.ToString("n")).ToTimeLimitedDataProtector();

    private string? Get(HttpRequest request, string name)
    {
        if (request.Cookies[name] is not { } box)
        {
            return null;
        }
        try
        {
            return Protector(request.HttpContext, name).Unprotect(box);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;   // old or forged
        }
    }
}
