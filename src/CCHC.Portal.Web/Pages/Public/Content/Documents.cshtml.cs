using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
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
    private const int Most = 2_000;

    private IReadOnlyDictionary<string, Edition> byKey = new Dictionary<string, Edition>();
    private DocumentChain chain = new([]);

    public IReadOnlyList<(Edition Edition, LegalDocument Document)> Documents { get; private set; } = [];
    public string Query { get; private set; } = "";
    public LegalDocumentKind? Kind { get; private set; }
    public EffectStatus? Status { get; private set; }
    public string Issuer { get; private set; } = "";
    public int? Year { get; private set; }

    /// <summary>Who issued what is here, and in which years, most first.</summary>
    public IReadOnlyList<(string Issuer, int Count)> Issuers { get; private set; } = [];
    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "tinh-trang")] string? status,
        [FromQuery(Name = "don-vi")] string? issuer, [FromQuery(Name = "nam")] string? year, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > 100 ? Query[..100] : Query;
        Kind = Enum.TryParse<LegalDocumentKind>(kind, out var asked) && Enum.IsDefined(asked) ? asked : null;
        Status = Enum.TryParse<EffectStatus>(status, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var all = await db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(ContentTypes.LegalDocument).ForReader(visit.Culture).Newest().Take(Most).ToListAsync(stop);
        byKey = all.ToDictionary(edition => edition.Item!.Key);
        var known = all.Select(edition => (edition, document: edition.As<LegalDocument>())).ToList();
        chain = visit.IsEnglish || all.Count == Most ? await db.DocumentChain(stop) : new DocumentChain(known.Select(pair => (pair.edition.Item!.Key, pair.document)));
        Issuers = [.. known.GroupBy(pair => pair.document.Issuer).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))];
        Years = [.. known.Where(pair => pair.document.Year is not null).GroupBy(pair => pair.document.Year!.Value).OrderByDescending(group => group.Key).Select(group => (group.Key, group.Count()))];
        Issuer = Issuers.Select(one => one.Issuer).FirstOrDefault(name => name == VietnameseText.CleanLine(issuer)) ?? "";
        Year = Years.Any(one => one.Year.ToString(CultureInfo.InvariantCulture) == year) ? int.Parse(year!, CultureInfo.InvariantCulture) : null;
        var words = VietnameseText.Fold(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Documents = [.. known.Where(pair => (Issuer == "" || pair.document.Issuer == Issuer) && (Year is null || pair.document.Year == Year) && (Kind is null || pair.document.Kind == Kind) && (Status is null || pair.document.Status == Status) && Holds(pair.edition, pair.document, words))
            .OrderByDescending(pair => pair.document.IssuedOn ?? new DateOnly(pair.document.Year ?? 1, 1, 1))];
    }

    /// <summary>What stands in a document's place today.</summary>
    public IEnumerable<Edition> InItsPlaceNow(Edition edition) => chain.InItsPlaceNow(edition.Item!.Key).Where(byKey.ContainsKey).Select(key => byKey[key]);

    private static bool Holds(Edition edition, LegalDocument document, string[] words)
    {
        var text = VietnameseText.Fold(string.Join(' ', document.Number, edition.Title, document.Subject, document.Issuer, document.Signer));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
