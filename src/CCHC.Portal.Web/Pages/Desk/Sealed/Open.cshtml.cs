using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Opens one sealed case for a named reader who gave password and app code again, on record.</summary>
[Needs(Deed.ReadSealed)]
public sealed class OpenModel(SealedStore store, SealedLog log, SealedAtHand hand) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }

    /// <summary>The proof given a moment ago, when a verb on the case leads back to it.</summary>
    [BindProperty] public string Pass { get; set; } = "";

    public Guid Id { get; private set; }
    public string ReferenceCode { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public OpenedCase? Opened { get; private set; }
    public IReadOnlyList<(string Who, string What, string When)> Accesses { get; private set; } = [];
    public bool LogIsWhole { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        ModelState.Clear();
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if (!hand.Passes(Pass, id) && !await hand.Proves(Password, Code, HttpContext, stop))
        {
            Problems.Add(new("Password", "Mật khẩu hoặc mã xác thực chưa đúng. Mã vừa dùng thì không dùng lại được: hãy chờ mã mới."));
            return this.Invalid();
        }
        Opened = await store.Open(hand.SiteId, id, hand.Reader, "mở xem", stop);
        if (Opened is null)
        {
            return NotFound();
        }
        Pass = hand.PassFor(id);
        var accesses = await log.Of(id, stop);
        (Accesses, LogIsWhole) = (await hand.Named(accesses, stop), log.IsWhole(id, accesses));
        Response.Headers.CacheControl = "private, no-store";
        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await hand.Find(id, stop) is not { } kept)
        {
            return false;
        }
        (Id, ReferenceCode, ReceivedAt) = (id, kept.ReferenceCode, kept.ReceivedAt);
        return true;
    }
}
