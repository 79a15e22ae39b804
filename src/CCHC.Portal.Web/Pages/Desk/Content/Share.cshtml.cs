using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Makes an address by which somebody without an account reads this one edition, and takes it back.</summary>
[Needs(Deed.WriteContent)]
public sealed class ShareModel(EditionAtHand hand, PortalDb db, Visit visit) : PageModel
{
    private const int MostOpen = 10;

    public static readonly IReadOnlyList<int> Days = [1, 2, 3];

    [BindProperty] public string? For { get; set; }
    [BindProperty] public int Lasts { get; set; } = 3;
    [BindProperty] public Guid? Revoke { get; set; }
    public Edition Edition { get; private set; } = null!;
    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];
    public List<Problem> Problems { get; } = [];

    /// <summary>The address just made, shown this once.</summary>
    public string? Made { get; private set; }

    public DateTimeOffset Now => hand.Now;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        if (Revoke is { } which)
        {
            Links.FirstOrDefault(link => link.Id == which)?.Revoke(Now);
            await hand.SaveVerb("preview-revoked", Edition, stop);
            TempData["Flash"] = "Đã thu hồi. Đường dẫn đó không mở được nữa.";
            return RedirectToPage(new { id });
        }
        if (!Edition.IsToCome)
        {
            Problems.Add(new(nameof(For), "Bài không còn là bản chưa đăng, nên không chia sẻ được nữa."));
        }
        var whom = VietnameseText.CleanLine(For);
        if (whom.Length is 0 or > 100)
        {
            Problems.Add(new(nameof(For), whom == "" ? "Hãy ghi gửi cho ai, để sau này biết mà thu hồi." : "Dài quá 100 ký tự."));
        }
        if (Links.Count(link => link.IsOpenAt(Now)) >= MostOpen)
        {
            Problems.Add(new(nameof(For), "Bài này đã có 10 đường dẫn còn mở. Hãy thu hồi bớt."));
        }
        if (Problems.Count > 0 || !Days.Contains(Lasts))
        {
            return this.Invalid();
        }
        var secret = PreviewLink.NewSecret();
        var version = await db.Revisions.Where(revision => revision.EditionId == id).OrderByDescending(revision => revision.At).ThenByDescending(revision => revision.Id).Select(revision => (Guid?)revision.Id).FirstOrDefaultAsync(stop);
        var made = new PreviewLink { EditionId = id, RevisionId = version, SecretHash = PreviewLink.HashOf(secret), For = whom, PersonId = hand.Me, At = Now, Until = Now.AddDays(Lasts) };
        db.PreviewLinks.Add(made);
        await hand.SaveVerb("preview-made", Edition, stop, $"{whom}, {VietnamTime.Moment(made.Until)}");
        Made = Origin() + Url.Content("~/xem-truoc/" + secret);
        Links = [made, .. Links];
        return Page();
    }

    // The name this site is known by; whatever else a request calls itself leads nowhere.
    private string Origin() => visit.Site.Profile.Hosts.Contains(Request.Host.Host) ? $"{Request.Scheme}://{Request.Host}" : visit.Site.Profile.BaseUrl.TrimEnd('/');

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return false;
        }
        Edition = edition;
        Links = await db.PreviewLinks.Where(link => link.EditionId == id).OrderByDescending(link => link.At).Take(50).ToListAsync(stop);
        return true;
    }
}
