using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Plans;

/// <summary>What keeps a unit from doing a task, told to the leaders above it, who answer by a day.</summary>
public sealed class Obstacle : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid UnitId { get; init; }

    /// <summary>The task it keeps from being done, as its writer names it.</summary>
    public required string Task { get; init; }

    public required string Text { get; init; }
    public Guid By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The day by which the unit must know.</summary>
    public DateOnly Due { get; init; }

    public string Answer { get; private set; } = "";
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; set; }

    public bool IsWaiting => AnsweredAt is null;

    public bool IsOverdue(DateOnly today) => IsWaiting && Due < today;

    /// <summary>The unit whose leaders answer what this one tells; null when nobody is above it here.</summary>
    public static Guid? AnsweredAbove(SiteMap site, Guid unit) => site.UnitById(unit)?.ParentId;

    public void Reply(string answer, Guid by, DateTimeOffset now)
    {
        if (!IsWaiting)
        {
            throw new InvalidOperationException($"The obstacle was answered at {AnsweredAt:O}.");
        }
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, now);
    }
}
