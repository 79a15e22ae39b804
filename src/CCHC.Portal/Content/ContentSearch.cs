using System.Runtime.CompilerServices;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content;

/// <summary>Tells the index what the published content says.</summary>
public sealed class ContentSearch(IServiceScopeFactory scopes, TimeProvider clock) : ISearchSource
{
    public const string Source = "content";

    public string Name => Source;

    /// <summary>The key of an item's text in one language.</summary>
    public static string KeyOf(Edition edition) => KeyOf(edition.ItemId, edition.Culture);

    public static string KeyOf(Guid item, string culture) => $"{item:n}.{culture}";

    public async IAsyncEnumerable<SearchEntry> All(Guid siteId, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        // All at once: PostgreSQL answers one question at a time, and each text may ask for what was read in its files.
        foreach (var edition in await db.Editions.AsNoTracking().Live().Include(e => e.Topics).Include(e => e.Item).ToListAsync(stop))
        {
            if (await Entry(db, edition, stop) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public async Task<SearchEntry?> One(Guid siteId, string key, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var (item, culture) = (Guid.Parse(key[..32]), key[33..]);
        var edition = await db.Editions.AsNoTracking().Live().Include(e => e.Topics).Include(e => e.Item)
            .SingleOrDefaultAsync(e => e.ItemId == item && e.Culture == culture, stop);
        return edition is null ? null : await Entry(db, edition, stop);
    }

    // What is over is not found any more; its address still explains (T1).
    private async Task<SearchEntry?> Entry(PortalDb db, Edition edition, CancellationToken stop)
    {
        var body = edition.Body;
        if (body.IsGone)
        {
            return null;
        }
        var papers = await db.PaperTextsOf(body, VietnamTime.Day(clock.GetUtcNow()), stop);
        var date = edition.PublishedAt ?? edition.ChangedAt;
        return new SearchEntry(
            KeyOf(edition), Source, edition.Type, edition.Culture, edition.Title, edition.Address,
            string.Join("\n", [edition.Summary, .. body.Words().Except(body.AlsoCalled()).Where(words => !string.IsNullOrWhiteSpace(words)), MarkdownText.Plain(body.Text), .. papers.Skip(1).Select(paper => paper.Text.Replace(PaperText.PageMark, ' ')), papers.Count > 0 ? papers[0].Text : ""]),
            [.. edition.Topics.Select(topic => topic.Topic)],
            edition.Item?.OwnerUnit,
            (body as ReformModel)?.Year ?? (body as LegalDocument)?.Year ?? VietnamTime.Day(date).Year,
            [.. body.Exact()], date, body.Sample)
        {
            Names = [.. body.AlsoCalled().Where(name => !string.IsNullOrWhiteSpace(name))],
            Lead = edition.Summary,
            Field = body.FieldOfWork,
            Weight = ContentTypes.Find(edition.Type)?.Sought ?? 1,
            KindWords = ContentTypes.Find(edition.Type)?.NameIn(edition.Culture) ?? "",
        };
    }
}
