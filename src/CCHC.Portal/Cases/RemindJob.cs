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
            foreach (var (clockId, feedbackId, step) in await Due(db, site, posts, VietnamTime.Day(now), stop))
            {
                await using var own = scopes.CreateAsyncScope();
                await Tell(Entered(own, site), site, posts, template, clockId, feedbackId, step, stop);
            }
        }
    }

    private static async Task<List<(Guid Clock, Guid Feedback, int Step)>> Due(PortalDb db, SiteMap site, Posts posts, DateOnly today, CancellationToken stop)
    {
        var until = site.Calendar.After(today, 2);
        var (reminders, cases) = (db.ClockReminders, db.Feedback.IgnoreAutoIncludes());
        // All of them: those that stand still, and those of which nobody is told, must not keep the others from being seen.
        var near = await db.CaseClocks.AsNoTracking()
            .Where(near => near.StoppedAt == null && near.DueAt <= until && !near.PausesJson.Contains(CaseClock.OpenPause) && !reminders.Any(told => told.ClockId == near.Id && told.DueAt == near.DueAt && told.Step == 3))
            .OrderBy(near => near.DueAt).ThenBy(near => near.Id)
            .Select(near => new
            {
                near.Id,
                near.FeedbackId,
                near.Kind,
                near.DueAt,
                UnitId = cases.Where(one => one.Id == near.FeedbackId).Select(one => one.UnitId).FirstOrDefault(),
                Told = reminders.Where(told => told.ClockId == near.Id && told.DueAt == near.DueAt).Select(told => told.Step).ToList(),
            }).ToListAsync(stop);
        return [.. from one in near
            let step = ReminderRule.StepAt(site.Calendar.WorkingDaysLeft(today, one.DueAt))
            where step is not null && !one.Told.Contains(step.Value) && posts.HasLine(one.UnitId, one.Kind, step.Value)
            select (one.Id, one.FeedbackId, step.Value)];
    }

    private async Task Tell(PortalDb db, SiteMap site, Posts posts, MailTemplate? template, Guid clockId, Guid feedbackId, int step, CancellationToken stop)
    {
        var feedback = await db.Feedback.Include(feedback => feedback.Bars).SingleAsync(feedback => feedback.Id == feedbackId, stop);
        if (feedback.Clocks.Find(one => one.Id == clockId) is not { IsRunning: true } running || !posts.HasLine(feedback.UnitId, running.Kind, step))
        {
            return;
        }
        var now = clock.GetUtcNow();
        if (feedback.MergedIntoId is { } leadId && await db.CaseClocks.AnyAsync(one => one.FeedbackId == leadId && one.Kind == running.Kind && one.StoppedAt == null && !one.PausesJson.Contains(CaseClock.OpenPause), stop))
        {
            // The lead's own clocks remind; forty letters about one matter help nobody. While they stand still (its sender was asked), the others' promises run on and remind by themselves.
            db.ClockReminders.Add(new ClockReminder { ClockId = clockId, DueAt = running.DueAt, Step = step, At = now });
            await db.SaveChangesAsync(stop);
            return;
        }
        var people = posts.ToTell(feedback, running.Kind, step);
        // Told is who gets a letter: a post without an address is named, and counts for nothing.
        var reached = people.Where(person => template is not null && !string.IsNullOrEmpty(person.Email)).ToList();
        db.ClockReminders.Add(new ClockReminder { ClockId = clockId, DueAt = running.DueAt, Step = step, At = now, ToldAbove = reached.Count(person => posts.IsAbove(person, feedback.UnitId)) });
        db.CaseEvents.Add(new CaseEvent { FeedbackId = feedbackId, Kind = CaseEventKind.Reminded, At = now, FromUnitId = feedback.UnitId, Text = $"{Words(running, site, now)} {Reached(people, reached)}" });
        foreach (var person in reached)
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

    private static string Reached(IReadOnlyList<Person> people, List<Person> reached)
    {
        var missed = people.Except(reached).Select(person => person.FullName).ToList();
        return $"Đã báo: {(people.Count == 0 ? "chưa ai giữ vị trí được báo" : reached.Count == 0 ? "chưa ai" : string.Join(", ", reached.Select(person => person.FullName)))}.{(missed.Count == 0 ? "" : $" Không có địa chỉ thư để báo: {string.Join(", ", missed)}.")}";
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
