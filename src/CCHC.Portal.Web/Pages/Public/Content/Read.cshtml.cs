using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>One page of content, whatever its kind: found by its address, shown by the view of its type.</summary>
public sealed class ReadModel(PortalDb db, Visit visit, MediaShelf shelf, TimeProvider clock) : PageModel
{
    private const int Beside = 5;

    public Edition Edition { get; private set; } = null!;
    public ContentBody Body { get; private set; } = null!;
    public bool IsTranslated { get; private set; }
    public string TwinAddress { get; private set; } = "";
    public string? Owner { get; private set; }
    public string? Image { get; private set; }
    public IReadOnlyList<Edition> Topics { get; private set; } = [];
    public IReadOnlyList<Edition> Related { get; private set; } = [];
    public IReadOnlyList<Edition> Documents { get; private set; } = [];
    public IReadOnlyList<(DateOnly Day, string Note)> Changes { get; private set; } = [];
    public bool IsWithdrawn => Edition.State == EditionState.Withdrawn;

    public string Nav => Edition.Type switch
    {
        "article" => "news",
        "guide" => "guides",
        "topic" => "topics",
        "reformModel" => "models",
        "legalDocument" => "documents",
        _ => "",
    };

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string section, string slug, CancellationToken stop)
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

        (Edition, Body) = (edition, edition.Body);
        IsTranslated = edition.Culture == visit.Culture;
        Owner = visit.Site.UnitByCode(edition.Item?.OwnerUnit)?.NameIn(visit.Culture);
        Image = Body.Cover is { } cover && (await shelf.Of(visit.Site.Id, stop)).TryGetValue(cover, out var picture) ? picture.Address() : null;
        TwinAddress = await Twin(edition, stop);
        await LoadAround(edition, stop);
        Changes = await ChangesOf(edition, stop);
        return Page();
    }

    // What was told to readers about each edition after the first, newest first (A12).
    private async Task<IReadOnlyList<(DateOnly Day, string Note)>> ChangesOf(Edition edition, CancellationToken stop) =>
        [.. (await db.Editions.AsNoTracking().Where(e => e.ItemId == edition.ItemId && e.Culture == edition.Culture && e.ChangeNote != "" && e.LiveAt != null && e.Number <= edition.Number)
            .OrderByDescending(e => e.Number).Take(20).Select(e => new { e.LiveAt, e.ChangeNote }).ToListAsync(stop)).Select(e => (VietnamTime.Day(e.LiveAt!.Value), e.ChangeNote))];

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
        if (live is null && former is { State: EditionState.Withdrawn, MovedTo: { } moved })
        {
            return RedirectPermanent(Url.Content("~" + moved));
        }
        return live is null ? StatusCode(StatusCodes.Status410Gone) : RedirectPermanent(Url.Content("~" + live.Address));
    }

    private async Task<string> Twin(Edition edition, CancellationToken stop)
    {
        var other = visit.IsEnglish ? "vi" : "en";
        var slug = await db.Editions.AsNoTracking().Live().Where(e => e.ItemId == edition.ItemId && e.Culture == other).Select(e => e.Slug).FirstOrDefaultAsync(stop);
        return edition.Kind.AddressOf(slug ?? edition.Slug);
    }

    private async Task LoadAround(Edition edition, CancellationToken stop)
    {
        var keys = edition.Topics.Select(topic => topic.Topic).ToList();
        var live = db.Editions.AsNoTracking().Include(e => e.Item).Live().ForReader(visit.Culture);
        Topics = await live.OfType(ContentTypes.Topic).Where(e => keys.Contains(e.Item!.Key)).ToListAsync(stop);
        if (edition.Kind == ContentTypes.Topic)
        {
            var key = edition.Item!.Key;
            Related = await live.Where(e => (e.Type == "article" || e.Type == "guide" || e.Type == "reformModel") && e.Topics.Any(t => t.Topic == key)).Newest().Take(24).ToListAsync(stop);
            Documents = await live.OfType(ContentTypes.LegalDocument).About(key).Newest().Take(10).ToListAsync(stop);
        }
        else if (edition.Body is LegalDocument document)
        {
            var named = document.ReplacedBy.Concat(document.AmendedBy).ToList();
            Documents = await live.OfType(ContentTypes.LegalDocument).Where(e => named.Contains(e.Item!.Key)).ToListAsync(stop);
        }
        else
        {
            Related = await live.OfType(edition.Kind).Where(e => e.ItemId != edition.ItemId)
                .OrderByDescending(e => e.Topics.Any(t => keys.Contains(t.Topic))).ThenByDescending(e => e.PublishedAt).Take(Beside).ToListAsync(stop);
        }
    }

    public OpenNow OpenNow(OneStopSite desk) =>
        new(new WorkingCalendar(desk.Week(), visit.Site.Holidays).At(Now), VietnamTime.Day(Now));
}
