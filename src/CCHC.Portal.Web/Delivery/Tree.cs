using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Delivery;

/// <summary>What is published in one language, as the tree a front end made for Umbraco walks: home, sections, things.</summary>
public sealed class Tree(PortalDb db, Visit visit)
{
    // Only what these say of themselves tells whether they are over: their text must be read.
    private static readonly string[] MayBeGone =
        [.. ContentTypes.All.Where(type => type.Body.GetProperty(nameof(ContentBody.IsGone), BindingFlags.Public | BindingFlags.Instance)!.DeclaringType != typeof(ContentBody)).Select(type => type.Key)];

    public Guid HomeId => visit.Site.Id;

    public Guid SectionId(ContentType type) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{visit.Site.Id:n}/{type.Key}")).AsSpan(0, 16));

    /// <summary>The home, the sections, then everything current, newest first.</summary>
    public async Task<IReadOnlyList<Node>> All(CancellationToken stop)
    {
        var rows = await Live.Select(edition => new
        {
            edition.Id,
            edition.ItemId,
            edition.Type,
            edition.Title,
            edition.Slug,
            edition.PublishedAt,
            edition.ChangedAt,
            Body = MayBeGone.Contains(edition.Type) ? edition.BodyJson : null,
        }).ToListAsync(stop);
        var things = rows.Where(row => row.Body is null || !ContentTypes.Get(row.Type).Read(row.Body).IsGone)
            .OrderByDescending(row => row.PublishedAt ?? row.ChangedAt).ThenBy(row => row.ItemId)
            .Select((row, order) => new Node(row.ItemId, row.Type, row.Title, Node.PathOf(visit.Culture, ContentTypes.Get(row.Type), row.Slug), 3, order, row.PublishedAt ?? row.ChangedAt, row.ChangedAt, SectionId(ContentTypes.Get(row.Type)), row.Id)).ToList();
        var sections = ContentTypes.All.Select((type, order) => Section(type, order, [.. things.Where(thing => thing.Type == type.Key)]));
        return [Home(things), .. sections, .. things];
    }

    /// <summary>The edition of a thing in the language asked for; not for what is not published in it.</summary>
    public Task<Edition?> Thing(Guid id, CancellationToken stop) => Whole.FirstOrDefaultAsync(edition => edition.ItemId == id, stop);

    public async Task<IReadOnlyList<Edition>> Things(IReadOnlyCollection<Guid> editions, CancellationToken stop) => await Whole.Where(edition => editions.Contains(edition.Id)).ToListAsync(stop);

    public async Task<IReadOnlyList<Edition>> Items(IReadOnlyCollection<Guid> ids, CancellationToken stop) => await Whole.Where(edition => ids.Contains(edition.ItemId)).ToListAsync(stop);

    /// <summary>A thing by its address; slugs may differ between languages, either is understood.</summary>
    public async Task<Edition?> At(ContentType type, string slug, CancellationToken stop)
    {
        if (await Whole.FirstOrDefaultAsync(edition => edition.Type == type.Key && edition.Slug == slug, stop) is { } thing)
        {
            return thing;
        }
        var item = await db.Editions.AsNoTracking().Live().OfType(type).Where(edition => edition.Slug == slug).Select(edition => (Guid?)edition.ItemId).FirstOrDefaultAsync(stop);
        return item is { } id ? await Thing(id, stop) : null;
    }

    /// <summary>Where a thing stands today that stood at this address once.</summary>
    public async Task<Edition?> Moved(ContentType type, string slug, CancellationToken stop)
    {
        var item = await db.Editions.AsNoTracking().OfType(type).Where(edition => edition.Slug == slug && edition.State == EditionState.Retired).Select(edition => (Guid?)edition.ItemId).FirstOrDefaultAsync(stop);
        return item is { } id ? await Thing(id, stop) : null;
    }

    private IQueryable<Edition> Live => db.Editions.AsNoTracking().Live().Where(edition => edition.Culture == visit.Culture);

    private IQueryable<Edition> Whole => Live.Include(edition => edition.Item).Include(edition => edition.Topics);

    private Node Home(IReadOnlyCollection<Node> things) => new(HomeId, Node.Home, visit.Site.Profile.NameIn(visit.Culture), Node.PathOf(visit.Culture, "/"), 1, 0, First(things), Last(things), null, null);

    private Node Section(ContentType type, int order, IReadOnlyCollection<Node> things) =>
        new(SectionId(type), Node.Section, type.NameIn(visit.Culture), Node.PathOf(visit.Culture, "/" + type.Path), 2, order, First(things), Last(things), HomeId, null) { Holds = type };

    private static DateTimeOffset First(IReadOnlyCollection<Node> things) => things.Count == 0 ? DateTimeOffset.UnixEpoch : things.Min(thing => thing.Created);

    private static DateTimeOffset Last(IReadOnlyCollection<Node> things) => things.Count == 0 ? DateTimeOffset.UnixEpoch : things.Max(thing => thing.Updated);
}
