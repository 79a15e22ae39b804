using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Plans;

/// <summary>Tells leaders that an obstacle waits for them, and its writer that it was answered; never the words of either.</summary>
public sealed class ObstacleMails(PortalDb db, TimeProvider clock)
{
    public async Task Told(SiteMap site, Obstacle obstacle, CancellationToken stop)
    {
        if (Obstacle.AnsweredAbove(site, obstacle.UnitId) is { } above)
        {
            var people = await db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Email != null && person.Email != "").ToListAsync(stop);
            await Post("obstacle-told", site, obstacle, people.Where(person => person.Memberships.Exists(held => held.UnitId == above && Rights.Of(held.Role, Deed.AnswerObstacle) != Reach.Nothing)), stop);
        }
    }

    public async Task Answered(SiteMap site, Obstacle obstacle, CancellationToken stop) =>
        await Post("obstacle-answered", site, obstacle, await db.People.AsNoTracking().Where(person => person.Id == obstacle.By && person.IsActive && person.Email != null && person.Email != "").ToListAsync(stop), stop);

    private async Task Post(string key, SiteMap site, Obstacle obstacle, IEnumerable<Person> people, CancellationToken stop)
    {
        if (await db.MailTemplates.AsNoTracking().FirstOrDefaultAsync(template => template.Key == key && template.Culture == "vi", stop) is not { } template)
        {
            return;
        }
        foreach (var person in people)
        {
            db.Post(template.Fill(person.Email!, new Dictionary<string, string>
            {
                ["unit"] = site.UnitById(obstacle.UnitId)?.Name ?? "",
                ["due"] = VietnamTime.ShortDate(obstacle.Due),
                ["site"] = site.Profile.Body,
                ["link"] = $"{site.Profile.BaseUrl}/quan-tri/vuong-mac/{obstacle.Id}",
            }), clock.GetUtcNow());
        }
    }
}
