using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Who does now what a body did that is no more, and what an old place name is called now (D8).</summary>
public sealed class MovedDutiesModel(PortalDb db, Visit visit, Frame frame) : PageModel
{
    private const int LongestQuery = 100, Most = 1_000;

    public string Query { get; private set; } = "";
    public IReadOnlyList<FrameNumber> Numbers { get; private set; } = [];
    public IReadOnlyList<MovedLine> Lines { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > LongestQuery ? Query[..LongestQuery] : Query;
        var asked = VietnameseText.Fold(Query);
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var live = (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.MovedDuty).ForReader(visit.Culture).OrderBy(edition => edition.TitleFolded).Take(Most).ToListAsync(stop))
            .Select(edition => (Edition: edition, Duty: edition.As<MovedDuty>())).Where(pair => Holds(pair.Edition, pair.Duty, words)).ToList();
        var keys = live.SelectMany(pair => pair.Duty.LegalBasis).ToHashSet();
        var documents = (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.LegalDocument).ForReader(visit.Culture).Where(edition => keys.Contains(edition.Item!.Key)).ToListAsync(stop))
            .ToDictionary(edition => edition.Item!.Key);
        // Whose own old name was typed stands before those that only mention it.
        Lines = [.. live.OrderBy(pair => words.Length == 0 || Names(pair.Duty).Any(name => VietnameseText.Fold(name) == asked) ? 0 : Names(pair.Duty).Any(name => VietnameseText.Fold(name).Contains(asked, StringComparison.Ordinal)) ? 1 : 2)
            .ThenBy(pair => pair.Duty.Order).Select(pair => MovedLine.Of(pair.Edition, documents))];
        Numbers = Lines.Count == 0 ? await frame.Numbers(visit.Site.Id, visit.Culture) : [];
    }

    private static IEnumerable<string> Names(MovedDuty duty) => duty.OtherNames.Prepend(duty.Before);

    private static bool Holds(Edition edition, MovedDuty duty, string[] words)
    {
        var text = $" {VietnameseText.Fold(string.Join(' ', [edition.Title, edition.Summary, .. duty.Words()]))}";
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>One line of the list, with the documents that say so: those of the library with their page.</summary>
public sealed record MovedLine(Edition Edition, MovedDuty Duty, IReadOnlyList<(string Words, string? Address)> Basis)
{
    public static MovedLine Of(Edition edition, IReadOnlyDictionary<string, Edition> documents)
    {
        var duty = edition.As<MovedDuty>();
        return new(edition, duty, [.. duty.LegalBasis.Select(key => documents.TryGetValue(key, out var document) ? (document.As<LegalDocument>().Number, document.Address) : (key, (string?)null))]);
    }
}
