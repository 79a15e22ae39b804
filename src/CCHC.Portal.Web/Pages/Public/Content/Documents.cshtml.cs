using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The document library: by number, words, kind and effect status (P6).</summary>
public sealed class DocumentsModel(PortalDb db, Visit visit) : PageModel
{
    private IReadOnlyDictionary<string, Edition> byKey = new Dictionary<string, Edition>();

    public IReadOnlyList<(Edition Edition, LegalDocument Document)> Documents { get; private set; } = [];
    public string Query { get; private set; } = "";
    public LegalDocumentKind? Kind { get; private set; }
    public EffectStatus? Status { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "tinh-trang")] string? status, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > 100 ? Query[..100] : Query;
        Kind = Enum.TryParse<LegalDocumentKind>(kind, out var asked) && Enum.IsDefined(asked) ? asked : null;
        Status = Enum.TryParse<EffectStatus>(status, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var all = await db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(ContentTypes.LegalDocument).ForReader(visit.Culture).Newest().Take(2_000).ToListAsync(stop);
        byKey = all.ToDictionary(edition => edition.Item!.Key);
        var words = VietnameseText.Fold(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Documents = [.. all.Select(edition => (edition, document: edition.As<LegalDocument>()))
            .Where(pair => (Kind is null || pair.document.Kind == Kind) && (Status is null || pair.document.Status == Status) && Holds(pair.edition, pair.document, words))
            .OrderByDescending(pair => pair.document.IssuedOn ?? DateOnly.MinValue)];
    }

    public IEnumerable<Edition> Replacing(LegalDocument document) => document.ReplacedBy.Where(byKey.ContainsKey).Select(key => byKey[key]);

    private static bool Holds(Edition edition, LegalDocument document, string[] words)
    {
        var text = VietnameseText.Fold(string.Join(' ', document.Number, edition.Title, document.Subject, document.Issuer));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
