using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>One unpublished edition, for whoever was given its secret address, until that ends. Never kept, never indexed.</summary>
[NeverCached]
public sealed class PreviewModel(PortalDb db, Visit visit, Reader reader, Invited invited, TimeProvider clock) : PageModel
{
    public Reading Reading { get; private set; } = null!;
    public DateTimeOffset Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken stop)
    {
        var (hash, now) = (PreviewLink.HashOf(secret), clock.GetUtcNow());
        var link = await db.PreviewLinks.SingleOrDefaultAsync(link => link.SecretHash == hash, stop);
        // Unknown, ended, revoked and meanwhile published are one answer.
        if (link?.IsOpenAt(now) != true || await db.Editions.AsNoTracking().Include(e => e.Item).Include(e => e.Topics).SingleOrDefaultAsync(e => e.Id == link.EditionId, stop) is not { IsToCome: true } edition)
        {
            return NotFound();
        }
        (link.Opened, link.OpenedAt) = (link.Opened + 1, now);
        await db.SaveChangesAsync(stop);
        visit.Begin(visit.Site, edition.Culture);
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        invited.Let(HttpContext, link, secret);
        Until = link.Until;
        var version = link.RevisionId is { } id ? await db.Revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.Id == id, stop) : null;
        Reading = await reader.Open(version is null ? edition : edition.As(version), stop);
        return Page();
    }
}
