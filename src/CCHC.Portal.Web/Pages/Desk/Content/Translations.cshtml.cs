using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>What readers of English lack: texts without a translation, and translations of an older text.</summary>
[Needs(Deed.WriteContent)]
public sealed class TranslationsModel(PortalDb db, Visit visit) : PageModel
{
    public const string Outdated = "cu";

    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public int Missing { get; private set; }
    public int Old { get; private set; }
    public IReadOnlyList<TranslationLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!visit.Site.Profile.Cultures.Contains("en"))
        {
            return NotFound();
        }
        var live = db.Editions.AsNoTracking().WritableBy(visit.Me).Live().Where(edition => edition.Culture == "vi");
        live = ContentTypes.Find(Type) is { } type ? live.OfType(type) : live;
        var missing = live.Where(edition => !edition.Item!.Editions.Any(other => other.Culture == "en" && other.State != EditionState.Retired && other.State != EditionState.Withdrawn));
        // Outdated: made from an earlier number; where nobody wrote the number down, published before the Vietnamese changed.
        var old = live.Where(edition => edition.Item!.Editions.Any(other => other.Culture == "en" && other.State == EditionState.Published
            && (other.TranslatedFrom != null ? other.TranslatedFrom < edition.Number : other.LiveAt < edition.LiveAt && edition.Number > 1)));
        (Missing, Old) = (await missing.CountAsync(stop), await old.CountAsync(stop));
        var (chosen, count) = State == Outdated ? (old, Old) : (missing, Missing);
        var page = Pager.Within(Number, count);
        Lines = [.. (await chosen.OrderBy(edition => edition.Type).ThenByDescending(edition => edition.LiveAt).Skip((page - 1) * Pager.Usual).Take(Pager.Usual)
            .Select(edition => new
            {
                edition.Id, edition.Title, edition.Type, edition.LiveAt,
                English = edition.Item!.Editions.Where(other => other.Culture == "en").OrderByDescending(other => other.Number).Select(other => (Guid?)other.Id).FirstOrDefault(),
            }).ToListAsync(stop)).Select(row => new TranslationLine(row.Id, row.Title, ContentTypes.Get(row.Type), row.LiveAt is { } at ? VietnamTime.ShortDate(at) : "", row.English))];
        Pager = new Pager(page, count, "bài", Pager.AddressHere(Request));
        return Page();
    }
}

/// <summary>A Vietnamese text, and its English edition where there is one.</summary>
public sealed record TranslationLine(Guid Id, string Title, ContentType Type, string Live, Guid? English);
