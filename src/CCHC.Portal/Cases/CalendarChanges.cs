using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Changes a body's working calendar: says beforehand which cases move, then moves days and cases in one save.</summary>
public sealed class CalendarChanges(PortalDb db, SiteDirectory sites, Recounting recounting, Nudge nudge, TimeProvider clock)
{
    private const string Source = "calendar";   // no words to find: the change alone empties the page caches
    private const int MostTries = 3;

    /// <summary>Which promises would move.</summary>
    public async Task<IReadOnlyList<Drift>> Preview(CalendarEdit edit, CancellationToken stop)
    {
        var (before, after) = await Calendars(edit, stop);
        var now = (await recounting.Compare(before, stop)).Drifts;
        return [.. (await recounting.Compare(after, stop)).Drifts.Except(now)];
    }

    /// <summary>Makes the change; says how many cases moved.</summary>
    public async Task<int> Make(CalendarEdit edit, string why, Guid by, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await MakeOnce(edit, why, by, stop);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Somebody handled one of the cases meanwhile: count again from what stands there now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> MakeOnce(CalendarEdit edit, string why, Guid by, CancellationToken stop)
    {
        var known = await db.CalendarDays.ToDictionaryAsync(day => day.Date, stop);
        foreach (var day in edit.Days)
        {
            Record(day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{Said(known.GetValueOrDefault(day.Date))} → {Said(day)}. {why}", by);
            Write(known, day);
        }
        if (edit.Hours is { } hours)
        {
            var site = await db.Sites.SingleAsync(site => site.Id == db.SiteId, stop);
            site.Profile = site.Profile with { Hours = [.. hours], HoursByHand = true };
            Record("hours", why, by);
        }
        var (_, after) = await Calendars(edit, stop);
        var moved = await recounting.Apply(after, why, by, stop);
        db.IndexChanges.Add(new IndexChange { Source = Source, Key = "", At = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
        await sites.Reload(stop);
        nudge.Ring(KeepIndexJob.JobName);
        return moved;
    }

    // From the database and not from memory: another node may have changed it a moment ago.
    private async Task<(WorkingCalendar Before, WorkingCalendar After)> Calendars(CalendarEdit edit, CancellationToken stop)
    {
        var hours = (await db.Sites.AsNoTracking().SingleAsync(site => site.Id == db.SiteId, stop)).Profile.Hours;
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(stop);
        var changed = edit.Days.Select(day => day.Date).ToHashSet();
        return (new WorkingCalendar(hours, [.. days.Select(day => day.AsException())]),
            new WorkingCalendar(edit.Hours ?? hours, [.. days.Where(day => !changed.Contains(day.Date)).Concat(edit.Days).Select(day => day.AsException())]));
    }

    private void Write(Dictionary<DateOnly, CalendarDay> known, CalendarDay day)
    {
        if (!known.TryGetValue(day.Date, out var kept))
        {
            db.CalendarDays.Add(known[day.Date] = kept = new CalendarDay { Date = day.Date });
        }
        (kept.Kind, kept.Name, kept.Source, kept.IsConfirmed, kept.OpensAt, kept.ClosesAt, kept.IsByHand) = (day.Kind, day.Name, day.Source, day.IsConfirmed, day.OpensAt, day.ClosesAt, true);
    }

    private void Record(string subject, string detail, Guid by) =>
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = by, What = "calendar-changed", Subject = subject, Detail = detail });

    private static string Said(CalendarDay? day) => day is null or { Kind: CalendarDayKind.Ordinary } ? "như ngày thường"
        : $"{day.Kind}{(day.OpensAt is { } from ? $" {from:HH:mm}–{day.ClosesAt:HH:mm}" : "")} “{day.Name}”{(day.IsConfirmed ? "" : " (dự kiến)")}";
}

/// <summary>What becomes of the calendar: days as they shall be, and other weekly hours when given.</summary>
public sealed record CalendarEdit(IReadOnlyList<CalendarDay> Days, IReadOnlyList<OpeningHours>? Hours = null);
