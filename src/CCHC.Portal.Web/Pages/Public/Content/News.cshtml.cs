using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The news, newest first, by topic and year.</summary>
public sealed class NewsModel(PortalDb db, Visit visit, Translator t, TimeProvider clock) : PageModel
{
    private const int Size = 12, LeastRead = 5;

    public IReadOnlyList<Story> Stories { get; private set; } = [];
    public IReadOnlyList<NewsTopic> Topics { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public string? Topic { get; private set; }
    public int? Year { get; private set; }
    public Pager Pager { get; private set; } = null!;

    /// <summary>What others read, on the first page; nothing while the figures are too few to say it.</summary>
    public IReadOnlyList<Edition> MostRead { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "chu-de")] string? topic, [FromQuery(Name = "nam")] string? year, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        var articles = db.Editions.AsNoTracking().Live().OfType(ContentTypes.Article).ForReader(visit.Culture);
        var tree = await db.TopicTree(stop);
        await LoadFilters(articles, tree, stop);
        Topic = Topics.FirstOrDefault(known => known.Key == topic)?.Key;
        Year = int.TryParse(year, out var asked) && Years.Contains(asked) ? asked : null;

        var chosen = Topic is null ? articles : articles.About(tree.With(Topic));
        chosen = Year is { } y ? chosen.PublishedBetween(VietnamTime.At(new DateOnly(y, 1, 1), default), VietnamTime.At(new DateOnly(y + 1, 1, 1), default)) : chosen;
        var count = await chosen.CountAsync(stop);
        var wanted = Pager.Within(Pager.Asked(page), count, Size);
        Pager = new Pager(wanted, count, null, Address(), Size);
        Stories = [.. (await chosen.Newest().Skip((wanted - 1) * Size).Take(Size).ToListAsync(stop)).Select(edition => Story.Of(edition, t[edition.As<Article>().Kind.Vi()]))];
        MostRead = wanted == 1 && Topic is null && Year is null ? await Read(articles, stop) : [];
    }

    private async Task<IReadOnlyList<Edition>> Read(IQueryable<Edition> articles, CancellationToken stop)
    {
        var most = await db.MostRead(VietnamTime.Day(clock.GetUtcNow()).AddDays(-6), stop);
        var ids = most.Select(read => read.Item).ToList();
        var found = await articles.Where(edition => ids.Contains(edition.ItemId)).ToListAsync(stop);
        return found.Count < LeastRead ? [] : [.. found.OrderBy(edition => ids.IndexOf(edition.ItemId)).Take(LeastRead)];
    }

    // From the filters known, not from the request: the page is kept for everybody.
    private string Address() => QueryHelpers.AddQueryString(Url.Content("~/tin-tuc"),
        new Dictionary<string, string?> { ["chu-de"] = Topic, ["nam"] = Year?.ToString() }.Where(pair => pair.Value is not null));

    private async Task LoadFilters(IQueryable<Edition> articles, TopicTree tree, CancellationToken stop)
    {
        var counts = await tree.Counts(articles, stop);
        var topics = await db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(ContentTypes.Topic).ForReader(visit.Culture).ToListAsync(stop);
        Topics = [.. topics.Where(topic => counts.ContainsKey(topic.Item!.Key)).OrderBy(topic => topic.As<Topic>().Order)
            .Select(topic => new NewsTopic(topic.Item!.Key, topic.Title, counts[topic.Item.Key]))];
        var dates = await articles.Select(edition => edition.PublishedAt).ToListAsync(stop);
        Years = [.. dates.OfType<DateTimeOffset>().Select(at => VietnamTime.Day(at).Year).Distinct().OrderDescending()];
    }
}

public sealed record NewsTopic(string Key, string Title, int Count);
