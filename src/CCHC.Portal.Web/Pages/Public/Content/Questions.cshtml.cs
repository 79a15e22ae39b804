using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Questions that hold for everybody, newest first: by words with or without marks, field, topic and the unit that answered (P10).</summary>
public sealed class QuestionsModel(PortalDb db, Visit visit) : PageModel
{
    private const int Most = 2_000;

    public IReadOnlyList<(Edition Edition, Question Question)> Questions { get; private set; } = [];
    public IReadOnlyList<(ProcedureField Field, int Count)> Fields { get; private set; } = [];
    public IReadOnlyList<(string Key, string Name, int Count)> Topics { get; private set; } = [];
    public IReadOnlyList<(string Code, string Name, int Count)> Units { get; private set; } = [];
    public string Query { get; private set; } = "";
    public ProcedureField? Field { get; private set; }
    public string? Topic { get; private set; }
    public string? Unit { get; private set; }
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "linh-vuc")] string? field, [FromQuery(Name = "chu-de")] string? topic, [FromQuery(Name = "don-vi")] string? unit, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > 100 ? Query[..100] : Query;
        var all = (await Live(ContentTypes.Question).Include(edition => edition.Topics).Newest().Take(Most).ToListAsync(stop)).Select(edition => (Edition: edition, Question: edition.As<Question>())).ToList();
        var tree = await db.TopicTree(stop);
        await LoadFilters(all, tree, stop);
        Field = Enum.TryParse<ProcedureField>(field, out var asked) && Fields.Any(known => known.Field == asked) ? asked : null;
        Topic = Topics.FirstOrDefault(known => known.Key == topic).Key;
        Unit = Units.FirstOrDefault(known => known.Code == unit).Code;

        var under = Topic is null ? [] : tree.With(Topic);
        var words = VietnameseText.Fold(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var chosen = all.Where(one => (Field is null || one.Question.Field == Field) && (Topic is null || one.Edition.Topics.Exists(known => under.Contains(known.Topic)))
            && (Unit is null || one.Edition.Item!.OwnerUnit == Unit) && Holds(one.Edition, one.Question, words)).ToList();
        var wanted = Pager.Within(Pager.Asked(page), chosen.Count);
        Pager = new Pager(wanted, chosen.Count, null, Address());
        Questions = [.. chosen.Skip((wanted - 1) * Pager.Usual).Take(Pager.Usual)];
    }

    private IQueryable<Edition> Live(ContentType type) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(type).ForReader(visit.Culture);

    // Only what some question belongs to is offered.
    private async Task LoadFilters(List<(Edition Edition, Question Question)> all, TopicTree tree, CancellationToken stop)
    {
        Fields = [.. all.Where(one => one.Question.Field is not null).GroupBy(one => one.Question.Field!.Value).OrderBy(same => same.Key).Select(same => (same.Key, same.Count()))];
        Units = [.. all.GroupBy(one => one.Edition.Item!.OwnerUnit).Select(same => (Unit: visit.Site.UnitByCode(same.Key), Count: same.Count())).Where(one => one.Unit is not null).Select(one => (one.Unit!.Code, one.Unit.NameIn(visit.Culture), one.Count)).OrderBy(one => one.Item2)];
        Topics = [.. (await Live(ContentTypes.Topic).ToListAsync(stop)).OrderBy(edition => edition.As<Topic>().Order)
            .Select(edition => (edition.Item!.Key, edition.Title, all.Count(one => one.Edition.Topics.Exists(known => tree.With(edition.Item.Key).Contains(known.Topic))))).Where(topic => topic.Item3 > 0)];
    }

    // From the filters known, not from the request: the page is kept for everybody.
    private string Address() => QueryHelpers.AddQueryString(Url.Content("~/hoi-dap"),
        new Dictionary<string, string?> { ["q"] = Query == "" ? null : Query, ["linh-vuc"] = Field?.ToString(), ["chu-de"] = Topic, ["don-vi"] = Unit }.Where(pair => pair.Value is not null));

    private static bool Holds(Edition edition, Question question, string[] words)
    {
        if (words.Length == 0)
        {
            return true;
        }
        var text = VietnameseText.Fold(string.Join(' ', [edition.Title, edition.Summary, .. question.Words(), MarkdownText.Plain(question.Text)]));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
