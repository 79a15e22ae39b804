using System.Text.RegularExpressions;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Writes everything that is published, of every kind there is, each language in a file of its own.</summary>
internal sealed partial class ExportContent(PortalDb db, ExportReport report)
{
    public async Task<IReadOnlyList<(string Name, string Text)>> Texts(CancellationToken stop)
    {
        var texts = new List<(string, string)>();
        foreach (var edition in await db.Editions.AsNoTracking().Live().Include(edition => edition.Item).Include(edition => edition.Topics).OrderBy(edition => edition.Id).ToListAsync(stop))
        {
            if (!FileName().IsMatch(edition.Item!.Key))
            {
                report.LeftOut.Add($"{edition.Type} “{edition.Title}”: its key {edition.Item.Key} is no file name");
                continue;
            }
            texts.Add((Path.Combine(edition.Kind.Folder, edition.Item.Key + (edition.Culture == "vi" ? "" : "." + edition.Culture) + ".md"), Text(edition)));
        }
        report.Texts = texts.Count;
        return texts;
    }

    private static string Text(Edition edition)
    {
        var body = edition.Body;
        var text = VietnameseText.Clean(body.Text);
        return $"---\n{SeedWriting.Yaml(Head(edition).Concat(SeedWriting.Front(edition.Kind, body)).ToList())}---\n{text}{(text == "" ? "" : "\n")}";
    }

    private static IEnumerable<(string, object)> Head(Edition edition)
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
        ];
        return said.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,119}$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
