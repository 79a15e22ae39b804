using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>A body whose figures come from files and stand in the Vietnamese text alone; a translation brings the words.</summary>
public interface IHasFigures
{
    /// <summary>The same words with the figures of the Vietnamese text.</summary>
    ContentBody WithFiguresOf(ContentBody original);
}

public static class FigureTexts
{
    extension(ContentType type)
    {
        public bool HasFigures => type.Body.IsAssignableTo(typeof(IHasFigures));
    }

    extension(PortalDb db)
    {
        /// <summary>The same texts; translations of tables of figures with what the live Vietnamese text has now.</summary>
        public async Task<IReadOnlyList<Edition>> WithFigures(IReadOnlyList<Edition> editions, CancellationToken stop)
        {
            var items = editions.Where(edition => edition.Culture != "vi" && edition.Kind.HasFigures).Select(edition => edition.ItemId).ToList();
            if (items.Count == 0)
            {
                return editions;
            }
            var originals = await db.Set<Edition>().AsNoTracking().Live().Where(edition => edition.Culture == "vi" && items.Contains(edition.ItemId)).ToDictionaryAsync(edition => edition.ItemId, stop);
            return [.. editions.Select(edition => edition.Culture != "vi" && originals.TryGetValue(edition.ItemId, out var original) && edition.Body is IHasFigures body ? edition.Saying(body.WithFiguresOf(original.Body), original.ChangedAt) : edition)];
        }
    }
}
