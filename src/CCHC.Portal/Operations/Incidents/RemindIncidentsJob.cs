using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>Reminds those who keep the book of the 72 hours, at any hour of the day, until the authority was told.</summary>
public sealed class RemindIncidentsJob(SiteDirectory sites, TimeProvider clock) : IJob
{
    public const string Template = "incident-due";

    public string Name => "remind-incidents";
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            var due = (await db.Incidents.Where(one => one.ClosedAt == null && one.AuthorityToldAt == null).ToListAsync(stop)).FindAll(one => one.TakeReminder(now));
            if (due.Count > 0)
            {
                await Tell(db, site, due, now, stop);
                await db.SaveChangesAsync(stop);
            }
        }
    }

    private static async Task Tell(PortalDb db, SiteMap site, List<Incident> due, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.MailTemplates.AsNoTracking().FirstOrDefaultAsync(template => template.Key == Template && template.Culture == "vi", stop) is not { } template)
        {
            return;
        }
        var people = await db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Email != null && person.Email != "").ToListAsync(stop);
        foreach (var person in people.Where(person => person.Memberships.Exists(held => Rights.Of(held.Role, Deed.KeepIncidents) != Reach.Nothing)))
        {
            foreach (var one in due)
            {
                // The hour and the address, nothing of what happened: mail boxes are read by others, too.
                db.Post(template.Fill(person.Email!, new Dictionary<string, string> { ["until"] = VietnamTime.Moment(one.TellBy), ["site"] = site.Profile.Body, ["link"] = $"{site.Profile.BaseUrl}/quan-tri/su-co/{one.Id:n}" }), now);
            }
        }
    }
}
