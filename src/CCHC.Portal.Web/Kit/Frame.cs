using System.Collections.Concurrent;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Kit;

/// <summary>What stands around every public page and comes from content: the numbers in the header.</summary>
public sealed class Frame(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(Guid Site, string Culture), IReadOnlyList<FrameNumber>> numbers = new();

    public async Task<IReadOnlyList<FrameNumber>> Numbers(Guid siteId, string culture)
    {
        if (numbers.TryGetValue((siteId, culture), out var known))
        {
            return known;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var hotlines = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Hotline).ForReader(culture).ToListAsync();
        return numbers[(siteId, culture)] = [.. hotlines
            .Select(edition => (edition, hotline: edition.As<Hotline>()))
            .Where(pair => pair.hotline.Header).OrderBy(pair => pair.hotline.Order).Take(2)
            .Select(pair => new FrameNumber(pair.edition.Title, pair.hotline.Phone, pair.hotline.Dial))];
    }

    public void Forget(Guid siteId)
    {
        foreach (var key in numbers.Keys.Where(key => key.Site == siteId))
        {
            numbers.TryRemove(key, out _);
        }
    }
}

/// <summary>A number in the header.</summary>
public sealed record FrameNumber(string Name, string Phone, string Dial);
