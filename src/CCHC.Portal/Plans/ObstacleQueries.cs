using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Plans;

public static class ObstacleQueries
{
    extension(PortalDb db)
    {
        public DbSet<Obstacle> Obstacles => db.Set<Obstacle>();
    }

    extension(Actor actor)
    {
        /// <summary>Leaders answer what comes from below them, never what their own unit tells.</summary>
        public bool MayAnswer(Obstacle obstacle, SiteMap site) =>
            obstacle.IsWaiting && Obstacle.AnsweredAbove(site, obstacle.UnitId) is { } above && actor.Can(Deed.AnswerObstacle, new Subject(above));
    }

    extension(IQueryable<Obstacle> obstacles)
    {
        public IQueryable<Obstacle> VisibleTo(Actor actor)
        {
            var units = actor.UnitsFor(Deed.TellObstacle);
            return units is null ? obstacles : obstacles.Where(one => units.Contains(one.UnitId));
        }

        public IQueryable<Obstacle> WaitingFor(Actor actor, SiteMap site)
        {
            var units = site.Units.Where(unit => unit.ParentId is { } above && actor.Can(Deed.AnswerObstacle, new Subject(above))).Select(unit => unit.Id).ToList();
            return obstacles.Where(one => one.AnsweredAt == null && units.Contains(one.UnitId));
        }
    }

    public static void Map(ModelBuilder builder) => builder.Entity<Obstacle>(obstacle =>
    {
        obstacle.ToTable("Obstacles");
        obstacle.Ignore(one => one.IsWaiting);
        obstacle.HasIndex(one => new { one.SiteId, one.UnitId, one.At });
    });
}
