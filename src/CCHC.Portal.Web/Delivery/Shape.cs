using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace CCHC.Portal.Web.Delivery;

/// <summary>Published things in the models of Umbraco's Delivery API: texts as rich text, rows as block lists, files as media, what is named as picked content.</summary>
public sealed class Shape(PortalDb db, Visit visit, MediaShelf shelf, Prose prose, Tree tree)
{
    private ApiContentStartItem Start => new(tree.HomeId, visit.Site.Key);

    /// <summary>Whole things, as answers give them.</summary>
    public async Task<IReadOnlyList<ApiContentResponse>> Whole(IReadOnlyList<Edition> editions, Picks expand, Picks fields, CancellationToken stop)
    {
        var items = editions.Select(edition => edition.ItemId).ToList();
        var slugs = (await db.Editions.AsNoTracking().Live().Where(edition => items.Contains(edition.ItemId)).Select(edition => new { edition.ItemId, edition.Culture, edition.Slug }).ToListAsync(stop)).ToLookup(edition => edition.ItemId);
        var filled = await Filled(editions, expand, fields, stop);
        return [.. editions.Select(edition => (edition, content: filled[edition.Id])).Select(pair => new ApiContentResponse(pair.content.Id, pair.content.Name!, pair.content.ContentType, pair.content.CreateDate, pair.content.UpdateDate, pair.content.Route, pair.content.Properties,
            slugs[pair.edition.ItemId].OrderByDescending(one => one.Culture).ToDictionary(one => one.Culture, one => Route(Node.PathOf(one.Culture, pair.edition.Kind, one.Slug)))))];
    }

    /// <summary>The home or a section.</summary>
    public ApiContentResponse Of(Node node, Picks fields)
    {
        var site = visit.Site.Profile;
        var says = node.Type == Node.Home
            ? new Dictionary<string, object?> { ["body"] = site.BodyIn(visit.Culture), ["parent"] = site.ParentIn(visit.Culture), ["responsible"] = site.ResponsibleIn(visit.Culture), ["phone"] = site.Phone }
            : new Dictionary<string, object?> { ["holds"] = node.Holds!.Key };
        var address = node.Type == Node.Home ? "/" : "/" + node.Holds!.Path;
        return new(node.Id, node.Name, node.Type, node.Created.UtcDateTime, node.Updated.UtcDateTime, Route(node.Path), says.Where(pair => fields.Has(pair.Key)).ToDictionary(),
            site.Cultures.OrderByDescending(culture => culture).ToDictionary(culture => culture, culture => Route(Node.PathOf(culture, address))));
    }

    private IApiContentRoute Route(string path) => new ApiContentRoute(path, Start);

    // A level at a time: what all things of a level pick is read together, and each thing is filled once however many pick it.
    private async Task<IReadOnlyDictionary<Guid, ApiContent>> Filled(IReadOnlyList<Edition> editions, Picks expand, Picks fields, CancellationToken stop)
    {
        editions = await db.WithFigures(editions, stop);
        var named = await Named(editions, stop);
        var files = await shelf.Of(visit.Site.Id, stop);
        var level = new List<Saying>();
        foreach (var edition in editions)
        {
            var (body, says) = (edition.Body, new Dictionary<string, object?>());
            if (fields.Has("summary"))
            {
                says["summary"] = edition.Summary;
            }
            await Fill(says, body, edition.Kind.Fields, edition.Id, new(files, expand, fields));
            level.Add(new(edition, body, says));
        }
        await Pick(level, "topics", one => one.Edition.Topics.Select(topic => named.GetValueOrDefault((ContentTypes.Topic.Key, topic.Topic))), expand, fields, stop);
        await Pick(level, "relatedItems", one => one.Body.Names().Distinct().Select(named.GetValueOrDefault), expand, fields, stop);
        return level.ToDictionary(one => one.Edition.Id, one => Shallow(one.Edition, one.Says));
    }

    private ApiContent Shallow(Edition edition, IDictionary<string, object?> says) => new(edition.ItemId, edition.Title, edition.Type, (edition.PublishedAt ?? edition.ChangedAt).UtcDateTime, edition.ChangedAt.UtcDateTime,
        Route(Node.PathOf(edition.Culture, edition.Kind, edition.Slug)), says);

    private async Task Pick(IReadOnlyList<Saying> level, string alias, Func<Saying, IEnumerable<Edition?>> picks, Picks expand, Picks fields, CancellationToken stop)
    {
        if (!fields.Has(alias))
        {
            return;
        }
        var picked = level.Select(one => picks(one).OfType<Edition>().ToList()).ToList();
        var filled = expand.Has(alias) ? await Filled([.. picked.SelectMany(editions => editions).DistinctBy(edition => edition.Id)], expand.Within(alias, Picks.Nothing), fields.Within(alias, Picks.All), stop) : null;
        foreach (var (one, editions) in level.Zip(picked))
        {
            one.Says[alias] = editions.Select(edition => filled is null ? Shallow(edition, new Dictionary<string, object?>()) : filled[edition.Id]).ToList();
        }
    }

    private async Task<IReadOnlyDictionary<(string Type, string Key), Edition>> Named(IReadOnlyCollection<Edition> editions, CancellationToken stop)
    {
        var names = editions.SelectMany(edition => edition.Body.Names().Concat(edition.Topics.Select(topic => (ContentTypes.Topic.Key, topic.Topic)))).ToHashSet();
        var (types, keys) = (names.Select(name => name.Item1).Distinct().ToList(), names.Select(name => name.Item2).Distinct().ToList());
        return names.Count == 0 ? new Dictionary<(string, string), Edition>()
            : (await db.Editions.AsNoTracking().Include(edition => edition.Item).Include(edition => edition.Topics).Live().Where(edition => edition.Culture == visit.Culture && types.Contains(edition.Type) && keys.Contains(edition.Item!.Key)).ToListAsync(stop))
                .ToDictionary(edition => (edition.Type, edition.Item!.Key));
    }

    private async Task Fill(Dictionary<string, object?> says, object holder, IEnumerable<ContentField> declared, Guid within, Filling filling)
    {
        foreach (var field in declared)
        {
            var alias = JsonNamingPolicy.CamelCase.ConvertName(field.Name);
            if (filling.Fields.Has(alias))
            {
                says[alias] = await Value(field, alias, field.Of(holder), within, filling);
            }
        }
    }

    private async Task<object?> Value(ContentField field, string alias, object? value, Guid within, Filling filling) => (field.Input, value) switch
    {
        (FieldInput.Markdown, _) => new RichTextModel { Markup = await prose.Html(value as string), Blocks = [] },
        (FieldInput.Media, _) => value is string name && filling.Files.TryGetValue(name, out var file)
            ? [MediaPick.Of(file, filling.Expand.Has(alias), filling.Fields.Within(alias, Picks.All), visit.Culture)] : Array.Empty<MediaPick>(),
        (FieldInput.Rows, IList rows) => await Blocks(field, [.. rows.Cast<object>()], within, filling),
        (FieldInput.Rows, null) => new ApiBlockListModel([]),
        (FieldInput.Rows, { } row) => await Blocks(field, [row], within, filling),
        (_, DateOnly day) => day.ToDateTime(default, DateTimeKind.Utc),
        (_, TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => value,
    };

    // Each row an element with an id of its own that stays as long as the row does.
    private async Task<ApiBlockListModel> Blocks(ContentField field, IReadOnlyList<object> rows, Guid within, Filling filling)
    {
        var blocks = new List<ApiBlockItem>();
        foreach (var row in rows)
        {
            var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{within:n}/{field.Name}/{blocks.Count}")).AsSpan(0, 16));
            var says = new Dictionary<string, object?>();
            await Fill(says, row, field.Parts, id, filling with { Fields = Picks.All });
            blocks.Add(new ApiBlockItem(new ApiElement(id, field.Vi, JsonNamingPolicy.CamelCase.ConvertName(row.GetType().Name), says), null));
        }
        return new(blocks);
    }

    /// <summary>One thing of a level while what it says is gathered.</summary>
    private sealed record Saying(Edition Edition, ContentBody Body, Dictionary<string, object?> Says);

    /// <summary>What every property of one thing is filled with.</summary>
    private sealed record Filling(IReadOnlyDictionary<string, MediaFile> Files, Picks Expand, Picks Fields);
}
