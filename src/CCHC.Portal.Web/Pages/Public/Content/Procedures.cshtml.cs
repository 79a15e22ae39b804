using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The procedure catalogue: by life event, by field, by words with or without marks (T1).</summary>
public sealed class ProceduresModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Most = 2_000;

    public IReadOnlyList<ProcedureLine> Lines { get; private set; } = [];
    public IReadOnlyList<(ProcedureField Field, int Count)> Fields { get; private set; } = [];
    public IReadOnlyList<(Edition Edition, LifeEvent Life, int Count)> Events { get; private set; } = [];
    public string Query { get; private set; } = "";
    public ProcedureField? Field { get; private set; }
    public OnlineServiceLevel? Online { get; private set; }
    public bool Gone { get; private set; }

    /// <summary>Nothing is filtered.</summary>
    public bool IsWhole => Query == "" && Field is null && Online is null && !Gone;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "linh-vuc")] string? field, [FromQuery(Name = "truc-tuyen")] string? online, [FromQuery(Name = "tinh-trang")] string? state, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > 100 ? Query[..100] : Query;
        (Field, Online, Gone) = (Choice<ProcedureField>(field), Choice<OnlineServiceLevel>(online), state == "het");
        var today = VietnamTime.Day(clock.GetUtcNow());
        var all = (await Live(ContentTypes.Procedure).OrderBy(edition => edition.TitleFolded).Take(Most).ToListAsync(stop)).Select(edition => ProcedureLine.Of(edition, today)).ToList();
        var standing = all.Where(line => line.Procedure.IsGone == Gone).ToList();
        Fields = [.. standing.GroupBy(line => line.Procedure.Field).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];
        var words = VietnameseText.Fold(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Lines = [.. standing.Where(line => (Field is null || line.Procedure.Field == Field) && (Online is null || line.Procedure.Online == Online) && Holds(line, words))
            .OrderBy(line => line.Procedure.Field)];
        // What has no procedure is not shown.
        Events = [.. (await Live(ContentTypes.LifeEvent).ToListAsync(stop)).Select(edition => (edition, life: edition.As<LifeEvent>(), count: standing.Count(line => line.Procedure.LifeEvents.Contains(edition.Item!.Key))))
            .Where(one => one.count > 0).OrderBy(one => one.life.Order)];
    }

    private IQueryable<Edition> Live(ContentType type) => db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(type).ForReader(visit.Culture);

    private static T? Choice<T>(string? said) where T : struct, Enum => Enum.TryParse<T>(said, out var choice) && Enum.IsDefined(choice) ? choice : null;

    private static bool Holds(ProcedureLine line, string[] words)
    {
        if (words.Length == 0)
        {
            return true;
        }
        var text = VietnameseText.Fold(string.Join(' ', [line.Edition.Title, line.Edition.Summary, .. line.Procedure.Words(), .. line.Procedure.Exact()]));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
