using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Core;

namespace CCHC.Portal.Operations;

/// <summary>Loads a site's Markdown files as published editions. What staff wrote since is left alone.</summary>
internal sealed class SeedContent(PortalDb db, Publishing publishing, TimeProvider clock, SeedReport report)
{
    private static readonly HashSet<string> HeadKeys =
        [.. typeof(SeedHead).GetProperties().Select(property => CamelCase(property.Name))];

    public async Task Load(string folder, CancellationToken stop)
    {
        foreach (var type in ContentTypes.All)
        {
            var typeFolder = Path.Combine(folder, type.Folder);
            if (!Directory.Exists(typeFolder))
            {
                continue;
            }
            foreach (var path in Directory.EnumerateFiles(typeFolder, "*.md").Order(StringComparer.Ordinal))
            {
                await LoadFile(type, path, stop);
            }
        }
    }

    private async Task LoadFile(ContentType type, string path, CancellationToken stop)
    {
        try
        {
            await Load(type, path, stop);
        }
        catch (YamlException wrong)
        {
            // +1: the front matter begins on the file's second line.
            report.Problems.Add(new SeedProblem(path, wrong.Start.Line + 1, wrong.InnerException?.Message ?? wrong.Message));
        }
        catch (ValidationException wrong)
        {
            report.Problems.Add(new SeedProblem(path, 1, wrong.Message));
        }
        catch (DbUpdateException wrong)
        {
            report.Problems.Add(new SeedProblem(path, 1, "cannot be saved, perhaps the address is taken: " + (wrong.InnerException ?? wrong).Message));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task Load(ContentType type, string path, CancellationToken stop)
    {
        var file = VietnameseText.Clean(await File.ReadAllTextAsync(path, stop)) + "\n";
        var (front, text) = Split(file);
        CheckKeys(type, front);
        var head = SeedYaml.Read<object>(front) is null ? throw new ValidationException("the front matter is empty") : (SeedHead)SeedYaml.ReadPart(front, typeof(SeedHead));
        var body = (ContentBody)SeedYaml.ReadPart(front, type.Body) with { Text = text };
        CheckWords(head, body);

        var name = Path.GetFileNameWithoutExtension(path);
        var culture = name.EndsWith(".en", StringComparison.Ordinal) ? "en" : "vi";
        var key = culture == "en" ? name[..^3] : name;
        await Upsert(type, key, culture, head, body, HashOf(file), stop);
    }

    private async Task Upsert(ContentType type, string key, string culture, SeedHead head, ContentBody body, string hash, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // Split: in one query SQLite reads every edition there is to find those of one item.
        var item = await db.ContentItems.Include(i => i.Editions).ThenInclude(edition => edition.Topics).AsSplitQuery().OrderBy(i => i.Id).SingleOrDefaultAsync(i => i.Type == type.Key && i.Key == key, stop);
        var earlier = item?.Editions.Where(edition => edition.Culture == culture).ToList() ?? [];
        if (earlier.Exists(edition => edition.SeedHash == hash) || earlier.Exists(edition => edition.SeedHash is null))
        {
            report.Unchanged++;
            return;
        }

        if (LastOf(earlier) is { } same && SaysTheSame(same, key, head, type.Write(body)) && head.Formerly.TrueForAll(slug => earlier.Exists(edition => edition.Slug == slug)))
        {
            same.SeedHash = hash;   // the file was only written another way, as an export writes it
            await db.SaveChangesAsync(stop);
            report.Unchanged++;
            return;
        }

        item ??= db.ContentItems.Add(new ContentItem { Type = type.Key, Key = key, CreatedAt = now }).Entity;
        (item.OwnerUnit, item.CheckedOn, item.CheckEveryMonths) = (head.Unit ?? item.OwnerUnit, head.Checked ?? item.CheckedOn, head.CheckEvery ?? item.CheckEveryMonths);
        var live = earlier.Find(other => other.State == EditionState.Published);
        var stood = live;
        var number = earlier.Count;
        foreach (var slug in head.Formerly.Where(slug => !earlier.Exists(other => other.Slug == slug)))
        {
            stood = Publish(Written(item, ++number, slug), stood, now);   // so that its address still leads here
        }
        var edition = Publish(Written(item, ++number, head.Slug ?? key), stood, now);
        head.Ended?.Put(edition, now);
        publishing.Note(edition);
        await db.SaveChangesAsync(stop);
        report.Added += live is null ? 1 : 0;
        report.Changed += live is null ? 0 : 1;

        Edition Written(ContentItem of, int numbered, string slug)
        {
            var text = new Edition { ItemId = of.Id, Type = type.Key, Culture = culture, Number = numbered, SeedHash = hash };
            text.Topics.AddRange(head.Topics.Distinct().Select(topic => new EditionTopic { EditionId = text.Id, Topic = topic }));
            text.Write(head.Title, head.Summary, slug, body, now);
            return text;
        }

        Edition Publish(Edition text, Edition? before, DateTimeOffset at)
        {
            text.PublishFromSeed(head.Published ?? at, at, before);
            db.Editions.Add(text);
            db.Revisions.Add(Revision.Of(text, null, at));
            return text;
        }
    }

    private static Edition? LastOf(List<Edition> earlier) => earlier.Find(edition => edition.State == EditionState.Published)
        ?? earlier.Where(edition => edition.State == EditionState.Withdrawn).MaxBy(edition => edition.WithdrawnAt);

    private static bool SaysTheSame(Edition live, string key, SeedHead head, string body) =>
        (live.Title, live.Summary, live.Slug, live.BodyJson) == (head.Title, head.Summary, head.Slug ?? key, body)
        && (head.Published ?? live.PublishedAt) == live.PublishedAt && (head.Unit, head.Checked, head.CheckEvery) == (live.Item!.OwnerUnit, live.Item.CheckedOn, live.Item.CheckEveryMonths)
        && SeedEnd.Of(live) == head.Ended && live.Topics.Select(topic => topic.Topic).ToHashSet().SetEquals(head.Topics);

    private static (string Front, string Text) Split(string file)
    {
        var end = file.StartsWith("---\n", StringComparison.Ordinal) ? file.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        return end < 0
            ? throw new ValidationException("the file does not begin with front matter between two lines ---")
            : (file[4..(end + 1)], file[(end + 5)..].Trim());
    }

    private static void CheckKeys(ContentType type, string front)
    {
        var allowed = type.Body.GetProperties().Where(property => property.CanWrite).Select(property => CamelCase(property.Name)).ToHashSet();
        foreach (var (key, line) in SeedYaml.Keys(front))
        {
            if (!HeadKeys.Contains(key) && !allowed.Contains(key))
            {
                throw new YamlException(new Mark(0, line, 1), new Mark(0, line, 1), $"unknown key “{key}” for a {type.Key}");
            }
        }
    }

    private static void CheckWords(SeedHead head, ContentBody body)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(body, new ValidationContext(body), problems, validateAllProperties: true);
        var wrong = problems.Select(problem => problem.ErrorMessage!)
            .Concat(body.Problems())
            .Concat(head.Title.Length is 0 or > 200 ? ["title is missing or longer than 200 characters"] : [])
            .Concat(head.Summary.Length is 0 or > 600 ? ["summary is missing or longer than 600 characters"] : [])
            .Concat(MarkdownText.Problem(body.Text) is { } markdown ? [markdown] : []).ToList();
        if (wrong.Count > 0)
        {
            throw new ValidationException(string.Join("; ", wrong));
        }
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
