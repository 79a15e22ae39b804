using System.Collections.Concurrent;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Kit;

/// <summary>What texts embed by its name: hotlines, places to turn to, procedures. Read from live content and kept until it changes.</summary>
public sealed class Embeds(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(Guid Site, string Culture), IReadOnlyDictionary<(string Kind, string Key), Embed>> shelves = new();

    public async Task<IReadOnlyDictionary<(string Kind, string Key), Embed>> Of(Guid siteId, string culture)
    {
        if (shelves.TryGetValue((siteId, culture), out var known))
        {
            return known;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var live = await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().ForReader(culture)
            .Where(edition => edition.Type == "hotline" || edition.Type == "oneStopSite" || edition.Type == "guide" || edition.Type == "procedure").OrderBy(edition => edition.Title).ToListAsync();
        return shelves[(siteId, culture)] = live.OrderBy(edition => edition.Type == "procedure" ? 0 : 1).Select(Embed.Of).DistinctBy(embed => (embed.Kind, embed.Key)).ToDictionary(embed => (embed.Kind, embed.Key));
    }

    public void Forget(Guid siteId)
    {
        foreach (var key in shelves.Keys.Where(key => key.Site == siteId))
        {
            shelves.TryRemove(key, out _);
        }
    }
}

/// <summary>One thing that can be embedded, as its card shows it.</summary>
public sealed record Embed(string Kind, string Key, string Title, string Words, string Address, string Phone = "", string Dial = "")
{
    /// <summary>By which word texts embed things of this type; null when they do not.</summary>
    public static string? KindOf(ContentType type) => type == ContentTypes.Hotline ? "hotline" : type == ContentTypes.OneStopSite ? "contact" : type == ContentTypes.Guide || type == ContentTypes.Procedure ? "procedure" : null;

    public static Embed Of(Edition edition) => edition.Body switch
    {
        Hotline hotline => new("hotline", edition.Item!.Key, edition.Title, hotline.Hours, edition.Address, hotline.Phone, hotline.Dial),
        OneStopSite desk => new("contact", edition.Item!.Key, edition.Title, desk.Address, edition.Address, desk.Phone ?? "", new Hotline { Phone = desk.Phone ?? "" }.Dial),
        _ => new("procedure", edition.Item!.Key, edition.Title, edition.Summary, edition.Address),
    };
}
