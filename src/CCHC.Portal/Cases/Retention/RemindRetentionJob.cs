using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases.Retention;

/// <summary>Once a week, in working hours, tells those who may propose a purge that cases are past their time. It purges nothing: people do.</summary>
public sealed class RemindRetentionJob(SiteDirectory sites, TimeProvider clock) : IJob
{
    private const string Template = "retention-due", Told = "retention-reminded";

    public string Name => "remind-retention";
    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var site in sites.All.Where(site => site.Calendar.At(now).IsOpen))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Enter(site.Id);
            var lately = now.AddDays(-6);
            if (await db.AuditEntries.AnyAsync(entry => entry.What == Told && entry.At > lately, stop))
            {
                continue;
            }
            var count = (await scope.ServiceProvider.GetRequiredService<Purging>().Due(db.Feedback, stop)).Count(one => !one.IsHeld);
            if (count > 0 && await db.MailTemplates.AsNoTracking().FirstOrDefaultAsync(template => template.Key == Template && template.Culture == "vi", stop) is { } template)
            {
                await Tell(db, site, template, count, now, stop);
            }
        }
    }

    private static async Task Tell(PortalDb db, SiteMap site, MailTemplate template, int count, DateTimeOffset now, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().Include(person => person.Memberships).Where(person => person.IsActive && person.Email != null && person.Email != "").ToListAsync(stop);
        foreach (var person in people.Where(person => person.Memberships.Exists(held => Rights.Of(held.Role, Deed.ProposePurge) != Reach.Nothing)))
        {
            db.Post(template.Fill(person.Email!, new Dictionary<string, string> { ["count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture), ["site"] = site.Profile.Body, ["link"] = site.Profile.BaseUrl + "/quan-tri/luu-giu" }), now);
        }
        db.AuditEntries.Add(new AuditEntry { At = now, What = Told, Detail = $"{count}" });
        await db.SaveChangesAsync(stop);
    }
}
