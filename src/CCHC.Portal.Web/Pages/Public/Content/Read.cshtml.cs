using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>One page of content, whatever its kind: found by its address, shown by the view of its type.</summary>
public sealed class ReadModel(PortalDb db, Visit visit, Reader reader) : PageModel
{
    public Reading Reading { get; private set; } = null!;
    public string TwinAddress { get; private set; } = "";

    /// <summary>Whether there is no text in the other language: then the page is Vietnamese under both addresses.</summary>
    public bool IsVietnameseOnly { get; private set; }
    /// <summary>The way through a life event it was opened in, where the address names one it belongs to.</summary>
    public Journey? Journey { get; private set; }

    public bool IsWithdrawn => Reading.Edition.State == EditionState.Withdrawn;

    public async Task<IActionResult> OnGetAsync(string section, string slug, [FromQuery(Name = "viec")] string? life, CancellationToken stop)
    {
        if (ContentTypes.At(section) is not { } type)
        {
            return NotFound();
        }
        if (type.ListOnly)
        {
            return LocalRedirect(Url.Content("~/" + section) + "#" + Uri.EscapeDataString(slug));
        }
        if ((await Find(type, slug, stop) ?? await UnderNotice(type, slug, stop)) is not { } edition)
        {
            return await Elsewhere(type, slug, stop);
        }
        Reading = await reader.Open(edition, stop);
        TwinAddress = await Twin(edition, stop);
        Journey = string.IsNullOrEmpty(life) || life.Length > 120 ? null : await Way(edition, life, stop);
        return Page();
    }

    private Task<Edition?> Find(ContentType type, string slug, CancellationToken stop) =>
        db.Editions.AsNoTracking().Include(e => e.Item).Include(e => e.Topics).Live().OfType(type).ForReader(visit.Culture)
            .OrderBy(e => e.Culture == visit.Culture ? 0 : 1).FirstOrDefaultAsync(e => e.Slug == slug, stop);

    /// <summary>The last text of a page that was withdrawn but may still be read, under a notice; newer than anything else that stood here.</summary>
    private async Task<Edition?> UnderNotice(ContentType type, string slug, CancellationToken stop)
    {
        var last = await db.Editions.AsNoTracking().Include(e => e.Item).Include(e => e.Topics).OfType(type)
            .Where(e => e.Slug == slug && e.State == EditionState.Withdrawn && (e.Culture == visit.Culture || e.Culture == "vi"))
            .OrderBy(e => e.Culture == visit.Culture ? 0 : 1).ThenByDescending(e => e.WithdrawnAt).FirstOrDefaultAsync(stop);
        return last is { Retirement: Retirement.Notice } && !await db.Editions.Live().AnyAsync(e => e.ItemId == last.ItemId && e.Culture == last.Culture, stop) ? last : null;
    }

    /// <summary>Nothing live stands here: it was withdrawn (410), moved (301), or never was (404).</summary>
    private async Task<IActionResult> Elsewhere(ContentType type, string slug, CancellationToken stop)
    {
        var former = await db.Editions.AsNoTracking().OfType(type)
            .Where(e => e.Slug == slug && (e.State == EditionState.Withdrawn || e.State == EditionState.Retired || e.State == EditionState.Published))
            .OrderByDescending(e => e.ChangedAt).FirstOrDefaultAsync(stop);
        if (former is null)
        {
            return NotFound();
        }
        var live = await db.Editions.AsNoTracking().Live().ForReader(visit.Culture).FirstOrDefaultAsync(e => e.ItemId == former.ItemId, stop);
        if (live is not null)
        {
            return RedirectPermanent(Url.Content("~" + live.Address));
        }
        // The page ended as its last text did, under whichever of its addresses it is asked for.
        var last = await db.Editions.AsNoTracking().Where(e => e.ItemId == former.ItemId && e.State == EditionState.Withdrawn && (e.Culture == visit.Culture || e.Culture == "vi"))
            .OrderBy(e => e.Culture == visit.Culture ? 0 : 1).ThenByDescending(e => e.WithdrawnAt).FirstOrDefaultAsync(stop);
        return last switch
        {
            { MovedTo: { } moved } => RedirectPermanent(Url.Content("~" + moved)),
            { Retirement: Retirement.Notice } when last.Slug != slug => RedirectPermanent(Url.Content("~" + last.Address)),
            _ => StatusCode(StatusCodes.Status410Gone),
        };
    }

    private async Task<Journey?> Way(Edition edition, string slug, CancellationToken stop) =>
        await Find(ContentTypes.LifeEvent, slug, stop) is { } life && await reader.Way(life, edition.ItemId, stop) is { At: >= 0 } way ? way : null;

    private async Task<string> Twin(Edition edition, CancellationToken stop)
    {
        var other = visit.IsEnglish ? "vi" : "en";
        var slug = await db.Editions.AsNoTracking().Live().Where(e => e.ItemId == edition.ItemId && e.Culture == other).Select(e => e.Slug).FirstOrDefaultAsync(stop);
        IsVietnameseOnly = edition.Culture == "vi" && (visit.IsEnglish || slug is null);
        return edition.Kind.AddressOf(slug ?? edition.Slug);
    }
}
