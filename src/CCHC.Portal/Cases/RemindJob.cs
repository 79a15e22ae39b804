using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases;

/// <summary>In working hours tells the named posts of promises that come near or were missed, each step once.</summary>
public sealed class RemindJob(SiteDirectory sites, TimeProvider clock) : IJob
{
    private const string Template = "clock-reminder";
    private const int AtOnce = 500;

    public string Name => "remind";
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var site in sites.All.Where(site => site.Calendar.At(now).IsOpen))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Entered(scope, site);
            var posts = new Posts(site, await db.People.AsNoTracking().Where(person => person.IsActive).Include(person => person.Memberships).ToListAsync(stop), await db.ReminderRules.AsNoTracking().ToListAsync(stop));
            var template = await db.MailTemplates.AsNoTracking().FirstOrDefaultAsync(template => template.Key == Template && template.Culture == "vi", stop);
            foreach (var (clockId, feedbackId, step) in await Due(db, site, VietnamTime.Day(now), stop))
            {
                await using var own = scopes.CreateAsyncScope();
                await Tell(Entered(own, site), site, posts, template, clockId, feedbackId, step, stop);
            }
        }
    }

    private static async Task<List<(Guid Clock, Guid Feedback, int Step)>> Due(PortalDb db, SiteMap site, DateOnly today, CancellationToken stop)
    {
        var until = site.Calendar.After(today, 2);
        var reminders = db.ClockReminders;
        var near = await db.CaseClocks.AsNoTracking().Where(near => near.StoppedAt == null && near.DueAt <= until && !reminders.Any(told => told.ClockId == near.Id && told.DueAt == near.DueAt && told.Step == 3))
            .OrderBy(near => near.DueAt).Take(AtOnce).ToListAsync(stop);
        var ids = near.Select(near => near.Id).ToList();
        var told = (await reminders.AsNoTracking().Where(told => ids.Contains(told.ClockId)).Select(told => new { told.ClockId, told.DueAt, told.Step }).ToListAsync(stop)).ToHashSet();
        return [.. from one in near
            where one.Pausing is null
            let step = ReminderRule.StepAt(site.Calendar.WorkingDaysLeft(today, one.DueAt))
            where step is not null && !told.Contains(new { ClockId = one.Id, one.DueAt, Step = step.Value })
            select (one.Id, one.FeedbackId, step.Value)];
    }

    private async Task Tell(PortalDb db, SiteMap site, Posts posts, MailTemplate? template, Guid clockId, Guid feedbackId, int step, CancellationToken stop)
    {
        var feedback = await db.Feedback.Include(feedback => feedback.Bars).SingleAsync(feedback => feedback.Id == feedbackId, stop);
        if (feedback.Clocks.Find(one => one.Id == clockId) is not { IsRunning: true } running || !posts.HasLine(feedback, running.Kind, step))
        {
            return;
        }
        var now = clock.GetUtcNow();
        if (feedback.MergedIntoId is not null)
        {
            // The lead's own clocks remind; forty letters about one matter help nobody.
            db.ClockReminders.Add(new ClockReminder { ClockId = clockId, DueAt = running.DueAt, Step = step, At = now });
            await db.SaveChangesAsync(stop);
            return;
        }
        var people = posts.ToTell(feedback, running.Kind, step);
        db.ClockReminders.Add(new ClockReminder { ClockId = clockId, DueAt = running.DueAt, Step = step, At = now });
        db.CaseEvents.Add(new CaseEvent { FeedbackId = feedbackId, Kind = CaseEventKind.Reminded, At = now, FromUnitId = feedback.UnitId, Text = $"{Words(running, site, now)} Đã báo: {(people.Count == 0 ? "chưa ai giữ vị trí được báo" : string.Join(", ", people.Select(person => person.FullName)))}." });
        foreach (var person in people.Where(person => template is not null && !string.IsNullOrEmpty(person.Email)))
        {
            db.Post(Filled(template!, person.Email!, feedback, running, site, now), now, feedback.Id);
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another node told it first, or the case moved on: the unique row kept the mails in as well.
        }
    }

    private static Mail Filled(MailTemplate template, string to, Feedback feedback, CaseClock running, SiteMap site, DateTimeOffset now) => template.Fill(to, new Dictionary<string, string>
    {
        ["code"] = feedback.ReferenceCode,
        ["site"] = site.Profile.Body,
        ["unit"] = site.UnitById(feedback.UnitId)?.Name ?? "Hàng chờ phân loại",
        ["due"] = VietnamTime.ShortDate(running.DueAt),
        ["words"] = Words(running, site, now),
        ["link"] = $"{site.Profile.BaseUrl}/quan-tri/phan-anh/{feedback.ReferenceCode}",
    });

    private static string Words(CaseClock running, SiteMap site, DateTimeOffset now)
    {
        var left = site.Calendar.WorkingDaysLeft(VietnamTime.Day(now), running.DueAt);
        var when = left < 0 ? $"quá hạn {-left} ngày làm việc" : left == 0 ? "hạn hôm nay" : $"còn {left} ngày làm việc";
        return $"{running.Kind.Words()}: hạn {VietnamTime.ShortDate(running.DueAt)}, {when}.";
    }

    private static PortalDb Entered(AsyncServiceScope scope, SiteMap site)
    {
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        return db;
    }
}
