using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Plans;

/// <summary>What a unit cannot get past by itself in a task of reform, told to the leaders above, who reply.</summary>
public sealed class Obstacle : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid UnitId { get; init; }

    /// <summary>The task it stands in the way of, in the words of the plan.</summary>
    public required string Task { get; init; }

    public required string Text { get; init; }

    /// <summary>Until when the unit needs a reply; null: no day was named.</summary>
    public DateOnly? Due { get; init; }

    public DateTimeOffset At { get; init; }
    public Guid By { get; init; }
    public string Reply { get; private set; } = "";
    public Guid? RepliedBy { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public int Version { get; set; }

    public bool IsOverdue(DateOnly today) => RepliedAt is null && Due < today;

    /// <summary>A leader above says what is to be done; never somebody of the unit itself.</summary>
    public void Answer(string reply, Guid by, DateTimeOffset now)
    {
        if (by == By || RepliedAt is not null)
        {
            throw new InvalidOperationException($"{by} does not reply to this obstacle.");
        }
        (Reply, RepliedBy, RepliedAt) = (reply, by, now);
    }
}

/// <summary>The table of obstacles, and who sees which.</summary>
public static class ObstacleQueries
{
    public static void Map(ModelBuilder builder) => builder.Entity<Obstacle>(obstacle =>
    {
        obstacle.ToTable("Obstacles");
        obstacle.HasIndex(o => new { o.SiteId, o.UnitId, o.At });
    });

    extension(PortalDb db)
    {
        public DbSet<Obstacle> Obstacles => db.Set<Obstacle>();
    }

    extension(IQueryable<Obstacle> obstacles)
    {
        /// <summary>Of the own units, and of those below whom one leads.</summary>
        public IQueryable<Obstacle> VisibleTo(Actor actor)
        {
            var ids = (actor.UnitsFor(Deed.RaiseObstacle) ?? []).Union(actor.UnitsFor(Deed.ReplyObstacle) ?? []).ToList();
            return obstacles.Where(one => ids.Contains(one.UnitId));
        }

        /// <summary>Without a reply, of the units below whom this person leads.</summary>
        public IQueryable<Obstacle> WaitingFor(Actor actor)
        {
            var ids = (actor.UnitsFor(Deed.ReplyObstacle) ?? []).Except(actor.Memberships.Select(held => held.UnitId)).ToList();
            return obstacles.Where(one => one.RepliedAt == null && ids.Contains(one.UnitId));
        }
    }
}
