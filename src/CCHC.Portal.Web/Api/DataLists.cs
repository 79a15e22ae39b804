using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Api;

/// <summary>Published content as open data: the same things the pages show, nothing else.</summary>
public sealed class DataLists(PortalDb db, Visit visit, MediaShelf shelf)
{
    private const int LongestCode = 60;

    public string Licence => visit.IsEnglish ? "Free to reuse, also commercially; name the source and the day it was taken." : "Được dùng lại tự do, kể cả để kinh doanh; ghi nguồn và ngày lấy dữ liệu.";

    public string Attribution => $"{visit.Site.Profile.BodyIn(visit.Culture)}, {visit.Site.Profile.BaseUrl}";

    public string Home => visit.Site.Profile.BaseUrl + (visit.IsEnglish ? "/en" : "");

    /// <summary>What matches, newest first; how many it is in all, and those of the page.</summary>
    public async Task<(int Total, IReadOnlyList<DataItem<object>> Items)> Of(DataSet set, DataAsked asked, int skip, int take, CancellationToken stop)
    {
        var live = (await Narrowed(set, asked, stop)).OrderByDescending(edition => edition.PublishedAt).ThenBy(edition => edition.ItemId);
        var wanted = set.Choices.Select(choice => (choice, said: asked.Said(choice.Parameter.Name))).Where(pair => pair.said is not null).ToList();
        if (wanted.Count == 0 && !set.MayBeGone)
        {
            return (await live.CountAsync(stop), await Items(await Whole(live.Skip(skip).Take(take)).ToListAsync(stop), stop));
        }
        // Only the text itself tells: it is read whole, then counted.
        var rows = await live.Select(edition => new { edition.Id, edition.BodyJson }).ToListAsync(stop);
        var ids = rows.Select(row => (row.Id, Body: set.Type.Read(row.BodyJson))).Where(row => (asked.IncludesGone || !row.Body.IsGone) && wanted.TrueForAll(pair => pair.choice.Value(row.Body).Equals(pair.said, StringComparison.OrdinalIgnoreCase)))
            .Select(row => row.Id).ToList();
        var page = ids.Skip(skip).Take(take).ToList();
        return (ids.Count, await Items([.. (await Whole(Live.Where(edition => page.Contains(edition.Id))).ToListAsync(stop)).OrderBy(edition => page.IndexOf(edition.Id))], stop));
    }

    /// <summary>One thing by its id, its key, or a procedure by its code; what is over too, for its address still explains.</summary>
    public async Task<DataItem<object>?> One(DataSet set, string name, CancellationToken stop)
    {
        var all = Whole(Live.OfType(set.Type));
        var edition = Guid.TryParse(name, out var id) ? await all.FirstOrDefaultAsync(edition => edition.ItemId == id, stop) : await all.FirstOrDefaultAsync(edition => edition.Item!.Key == name, stop);
        if (edition is null && set.Type == ContentTypes.Procedure && name.Length <= LongestCode)
        {
            var written = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;   // only those that say it anywhere are read
            edition = (await all.Where(edition => edition.BodyJson.Contains(written)).ToListAsync(stop)).Where(edition => edition.Body.Exact().Contains(name)).OrderBy(edition => edition.Body.IsGone).FirstOrDefault();
        }
        return edition is null ? null : (await Items([edition], stop))[0];
    }

    /// <summary>What was withdrawn from the sets and has not come back.</summary>
    public async Task<(int Total, IReadOnlyList<DataWithdrawal> Items)> Withdrawn(DataAsked asked, int skip, int take, CancellationToken stop)
    {
        var types = DataSet.All.Select(set => set.Type.Key).ToList();
        var since = asked.UpdatedSince ?? DateTimeOffset.UnixEpoch;
        var live = db.Editions.Live();
        var gone = await db.Editions.AsNoTracking().Where(edition => edition.State == EditionState.Withdrawn && edition.WithdrawnAt >= since && types.Contains(edition.Type)
                && !live.Any(other => other.ItemId == edition.ItemId && other.Culture == edition.Culture))
            .GroupBy(edition => new { edition.ItemId, edition.Type, edition.Culture }).Select(group => new { group.Key.ItemId, group.Key.Type, group.Key.Culture, At = group.Max(edition => edition.WithdrawnAt) })
            .OrderByDescending(one => one.At).ThenBy(one => one.ItemId).ToListAsync(stop);
        return (gone.Count, [.. gone.Skip(skip).Take(take).Select(one => new DataWithdrawal(one.ItemId, DataSet.Holding(one.Type)!.Name, one.Culture, one.At!.Value))]);
    }

    private IQueryable<Edition> Live => db.Editions.AsNoTracking().Live().Where(edition => edition.Culture == visit.Culture);

    private async Task<IQueryable<Edition>> Narrowed(DataSet set, DataAsked asked, CancellationToken stop)
    {
        var editions = Live.OfType(set.Type);
        if (asked.UpdatedSince is { } since)
        {
            var hasFigures = set.Type.HasFigures;   // which a translation takes from the Vietnamese text
            editions = editions.Where(edition => edition.ChangedAt >= since || (hasFigures && edition.Item!.Editions.Any(other => other.Culture == "vi" && other.State == EditionState.Published && other.ChangedAt >= since)));
        }
        if (asked.Said("topic") is { } topic)
        {
            editions = editions.About((await db.TopicTree(stop)).With(topic));
        }
        return asked.Said("unit") is { } unit ? editions.Where(edition => edition.Item!.OwnerUnit == unit) : editions;
    }

    private static IQueryable<Edition> Whole(IQueryable<Edition> editions) => editions.Include(edition => edition.Item).Include(edition => edition.Topics);

    private async Task<IReadOnlyList<DataItem<object>>> Items(IReadOnlyList<Edition> editions, CancellationToken stop)
    {
        if (editions.Count == 0)
        {
            return [];
        }
        editions = await db.WithFigures(editions, stop);
        var items = editions.Select(edition => edition.ItemId).ToList();
        var languages = (await db.Editions.AsNoTracking().Live().Where(edition => items.Contains(edition.ItemId)).Select(edition => new { edition.ItemId, edition.Culture }).ToListAsync(stop)).ToLookup(one => one.ItemId, one => one.Culture);
        var files = await shelf.Of(visit.Site.Id, stop);
        return [.. editions.Select(edition => Item(edition, [.. languages[edition.ItemId].OrderDescending()], files))];
    }

    private DataItem<object> Item(Edition edition, IReadOnlyList<string> languages, IReadOnlyDictionary<string, MediaFile> files)
    {
        var body = edition.Body;
        return new(edition.ItemId, edition.Item!.Key, edition.Culture, languages, edition.Title, edition.Summary, Home + edition.Address, edition.PublishedAt ?? edition.ChangedAt, edition.ChangedAt,
            edition.Item.OwnerUnit is { Length: > 0 } unit ? unit : null, [.. edition.Topics.Select(topic => topic.Topic)], body.Sample, body.SampleNote,
            [.. MediaNames.Split(edition.MediaNames).Where(files.ContainsKey).Select(name => File(files[name]))], body);
    }

    private DataFile File(MediaFile file) =>
        new(file.Name, visit.Site.Profile.BaseUrl + file.ServedAddress, file.ServedCopy is { } copy ? MediaShelf.TypeOf(copy) : file.ContentType, visit.IsEnglish && file.AltEn != "" ? file.AltEn : file.Alt, file.Credit, file.Licence);
}
