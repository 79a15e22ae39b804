using System.Text.RegularExpressions;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Writes everything that is published, of every kind there is, each language in a file of its own; with what was taken away but still answers at its address, and what is shown first for which words.</summary>
internal sealed partial class ExportContent(PortalDb db, ExportReport report)
{
    public async Task<IReadOnlyList<(string Name, string Text)>> Texts(CancellationToken stop)
    {
        var texts = new List<(string, string)>();
        var formerly = await Formerly(stop);
        foreach (var edition in await Standing(stop))
        {
            if (!FileName().IsMatch(edition.Item!.Key))
            {
                report.LeftOut.Add($"{edition.Type} “{edition.Title}”: its key {edition.Item.Key} is no file name");
                continue;
            }
            List<string> slugs = [.. formerly[(edition.ItemId, edition.Culture)].Distinct().Where(slug => slug != edition.Slug).Order(StringComparer.Ordinal)];
            texts.Add((Path.Combine(edition.Kind.Folder, edition.Item.Key + (edition.Culture == "vi" ? "" : "." + edition.Culture) + ".md"), Text(edition, slugs)));
        }
        report.Texts = texts.Count;
        texts.Add(("pins.yaml", await Pins([.. texts.Select(text => text.Item1)], stop)));
        return texts;
    }

    // What is live, and of the rest the last text where its address still answers with more than “gone”.
    private async Task<List<Edition>> Standing(CancellationToken stop)
    {
        var all = await db.Editions.AsNoTracking().Where(edition => edition.State == EditionState.Published || edition.State == EditionState.Withdrawn)
            .Include(edition => edition.Item).Include(edition => edition.Topics).OrderBy(edition => edition.Id).ToListAsync(stop);
        var last = all.GroupBy(edition => (edition.ItemId, edition.Culture))
            .Select(same => same.FirstOrDefault(edition => edition.State == EditionState.Published) ?? same.OrderByDescending(edition => edition.WithdrawnAt).First()).ToList();
        report.LeftOut.AddRange(last.Where(IsGone).Select(edition => $"{edition.Type} “{edition.Title}”: it is gone, and its text stays here"));
        return [.. last.Where(edition => !IsGone(edition))];
    }

    private static bool IsGone(Edition edition) => edition is { State: EditionState.Withdrawn, Retirement: null or Retirement.Gone };

    private async Task<ILookup<(Guid, string), string>> Formerly(CancellationToken stop) =>
        (await db.Editions.AsNoTracking().Where(edition => edition.State == EditionState.Retired || edition.State == EditionState.Withdrawn)
            .Select(edition => new { edition.ItemId, edition.Culture, edition.Slug }).ToListAsync(stop)).ToLookup(edition => (edition.ItemId, edition.Culture), edition => edition.Slug);

    private async Task<string> Pins(HashSet<string> written, CancellationToken stop)
    {
        var pins = await db.PinnedAnswers.AsNoTracking().Join(db.ContentItems, pin => pin.ItemId, item => item.Id, (pin, item) => new { Pin = pin, item.Type, item.Key }).ToListAsync(stop);
        var kept = pins.Where(one => written.Contains(Path.Combine(ContentTypes.Get(one.Type).Folder, one.Key + ".md"))).ToList();
        report.LeftOut.AddRange(pins.Except(kept).Select(one => $"pin “{one.Pin.Phrases.FirstOrDefault()}”: what it leads to is not published"));
        report.Rows += kept.Count;
        return SeedWriting.Yaml(kept.Select(one => new PinRow { Asks = [.. one.Pin.Phrases], Item = $"{one.Type}/{one.Key}", From = one.Pin.From, Until = one.Pin.Until })
            .OrderBy(row => row.Item, StringComparer.Ordinal).ThenBy(row => string.Join('\n', row.Asks), StringComparer.Ordinal).ToList());
    }

    private static string Text(Edition edition, List<string> formerly)
    {
        var body = edition.Body;
        var text = VietnameseText.Clean(body.Text);
        return $"---\n{SeedWriting.Yaml(Head(edition, formerly).Concat(SeedWriting.Front(edition.Kind, body)).ToList())}---\n{text}{(text == "" ? "" : "\n")}";
    }

    private static IEnumerable<(string, object)> Head(Edition edition, List<string> formerly)
    {
        var item = edition.Item!;
        (string Key, object? Value)[] said =
        [
            ("title", edition.Title),
            ("summary", edition.Summary),
            ("slug", edition.Slug == item.Key ? null : edition.Slug),
            ("topics", edition.Topics.Count == 0 ? null : edition.Topics.Select(topic => topic.Topic).Order(StringComparer.Ordinal).ToList()),
            ("unit", item.OwnerUnit),
            ("published", edition.PublishedAt),
            ("checked", item.CheckedOn),
            ("checkEvery", item.CheckEveryMonths),
            ("formerly", formerly.Count == 0 ? null : formerly),
            ("ended", SeedEnd.Of(edition)),
        ];
        return said.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,119}$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
