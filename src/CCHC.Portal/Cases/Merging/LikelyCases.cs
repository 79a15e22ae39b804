using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Merging;

/// <summary>Finds the open cases that seem to be of the same matter, among those the person answers for.</summary>
public sealed class LikelyCases(PortalDb db)
{
    private const int MostCompared = 3_000, MostShown = 300;

    public async Task<IReadOnlyList<LikelyCase>> Of(Feedback feedback, Actor me, CancellationToken stop)
    {
        var (from, until) = (feedback.ReceivedAt.AddDays(-Likeness.MostDaysApart), feedback.ReceivedAt.AddDays(Likeness.MostDaysApart));
        var near = await db.Feedback.AsNoTracking().VisibleTo(me).LedFor(me).Open().Unmerged().Where(other => other.Id != feedback.Id && !other.IsBarred && other.ReceivedAt >= from && other.ReceivedAt <= until)
            .OrderByDescending(other => other.ReceivedAt).Take(MostCompared)
            .Select(other => new { other.ReferenceCode, other.Message, other.Place, other.Field, other.ReceivedAt, other.UnitId }).ToListAsync(stop);
        var text = LikeText.Of(feedback);
        return [.. near.Select(other => new LikelyCase(other.ReferenceCode, other.Message, other.Place, other.UnitId, Likeness.Between(text, new LikeText(other.Message, other.Place, other.Field, other.ReceivedAt))))
            .Where(other => other.Likeness.Score >= Likeness.Likely).OrderByDescending(other => other.Likeness.Score).Take(MostShown)];
    }
}

/// <summary>A case that may be of the same matter, and why.</summary>
public sealed record LikelyCase(string Code, string Message, string Place, Guid? UnitId, Likeness Likeness);
