using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>Tells those who keep the book that the 72 hours of an incident run out; by night too, because the law's clock does not sleep.</summary>
public sealed class RemindIncidentJob(SiteDirectory sites, TimeProvider clock) : IJob
{
    private const string Template = "incident-clock";

    public string Name => "remind-incidents";
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        foreach (var site in sites.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            var now = clock.GetUtcNow();
            var due = (await db.Incidents.ClockRunning().ToListAsync(stop)).FindAll(incident => incident.ReminderAt(now) is not null);
            if (due.Count > 0 && await db.MailTemplates.AsNoTracking().FirstOrDefaultAsync(template => template.Key == Template && template.Culture == "vi", stop) is { } template)
            {
                await Tell(db, site, template, due, now, stop);
            }
        }
    }

    private static async Task Tell(PortalDb db, SiteMap site, MailTemplate template, List<Incident> due, DateTimeOffset now, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Email != null && person.Email != "").ToListAsync(stop);
        foreach (var incident in due)
        {
            incident.Remind(incident.ReminderAt(now)!.Value);
            foreach (var person in people.Where(person => person.Memberships.Exists(held => Rights.Of(held.Role, Deed.KeepIncidents) != Reach.Nothing)))
            {
                db.Post(template.Fill(person.Email!, new Dictionary<string, string>
                {
                    ["site"] = site.Profile.Body,
                    ["due"] = VietnamTime.Moment(incident.DueAt),
                    ["left"] = IncidentClock.Words(incident.DueAt - now),
                    ["link"] = $"{site.Profile.BaseUrl}/quan-tri/su-co/{incident.Id}",
                }), now);
            }
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node told it first, or somebody just wrote that the authority knows; the next turn sees.
        }
    }
}
