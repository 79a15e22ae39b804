using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Compares every running promise of the site with what a calendar gives, and counts anew those that differ.</summary>
public sealed class Recounting(PortalDb db, CasesSettings settings, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task<(int Checked, IReadOnlyList<Drift> Drifts)> Compare(WorkingCalendar calendar, CancellationToken stop)
    {
        var (cases, clocks) = (db.Feedback.IgnoreAutoIncludes(), db.CaseClocks.AsNoTracking());
        var running = await clocks.Where(running => running.StoppedAt == null)
            .Join(cases, running => running.FeedbackId, feedback => feedback.Id, (running, feedback) => new { Clock = running, feedback.ReferenceCode, feedback.UnitId, feedback.DueAt, feedback.PausedOn, feedback.State })
            .ToListAsync(stop);
        var drifts = new List<Drift>();
        foreach (var line in running)
        {
            var counted = line.Clock.Counted(calendar);
            if (counted != line.Clock.DueAt)
            {
                drifts.Add(new Drift(line.Clock.FeedbackId, line.ReferenceCode, line.UnitId, line.Clock.Kind.Words(), line.Clock.DueAt, counted));
            }
            else if (line.Clock.IsPromise && (line.DueAt != counted || line.PausedOn != PausedOn(line.Clock)))
            {
                drifts.Add(new Drift(line.Clock.FeedbackId, line.ReferenceCode, line.UnitId, "Hạn ghi ở vụ việc", line.DueAt, counted));
            }
            else if (line.State is FeedbackState.Answered or FeedbackState.Declined or FeedbackState.Withdrawn)
            {
                drifts.Add(new Drift(line.Clock.FeedbackId, line.ReferenceCode, line.UnitId, "Đồng hồ còn chạy dù đã xong", line.Clock.DueAt, null));
            }
        }
        var clockless = await cases.AsNoTracking().Open().Where(feedback => feedback.DueAt != null && !clocks.Any(running => running.FeedbackId == feedback.Id && running.StoppedAt == null
            && (running.Kind == ClockKind.Answer || running.Kind == ClockKind.Extended))).Select(feedback => new { feedback.Id, feedback.ReferenceCode, feedback.UnitId, feedback.DueAt }).ToListAsync(stop);
        drifts.AddRange(clockless.Select(line => new Drift(line.Id, line.ReferenceCode, line.UnitId, "Thiếu đồng hồ trả lời", line.DueAt, null)));
        return (running.Count, drifts);
    }

    /// <summary>Counts anew and writes old and new days into each case's history; the caller saves.</summary>
    public async Task<int> Apply(WorkingCalendar calendar, string because, Guid? by, CancellationToken stop)
    {
        var (_, drifts) = await Compare(calendar, stop);
        var moved = 0;
        foreach (var ids in drifts.Select(drift => drift.FeedbackId).Distinct().Chunk(AtOnce))
        {
            foreach (var feedback in await db.Feedback.Where(feedback => ids.Contains(feedback.Id)).ToListAsync(stop))
            {
                moved += feedback.Recount(calendar, because, by, clock.GetUtcNow()) ? 1 : 0;
            }
        }
        await Others(calendar, stop);
        return moved;
    }

    // What else was counted in working days: the day a helper has from the routing table (one that an officer wrote stays), and the one to look at a request about personal data.
    private async Task Others(WorkingCalendar calendar, CancellationToken stop)
    {
        foreach (var part in await db.SupportingUnits.Where(part => part.DoneAt == null && part.AskedBy == null && part.DueAt != null).ToListAsync(stop))
        {
            // Asked by the table at the receipt itself.
            part.DueAt = calendar.Due(part.AskedAt, settings.ContributeWithin);
        }
        foreach (var asked in await db.DataRequests.Where(asked => asked.State == DataRequestState.Asked && asked.AcknowledgedAt == null).ToListAsync(stop))
        {
            asked.Recount(calendar, settings);
        }
    }

    private static DateOnly? PausedOn(CaseClock running) => running.Pausing is { } pause ? VietnamTime.Day(pause.From) : null;
}

/// <summary>A promise whose kept day is not the counted one; never what the case is about.</summary>
public sealed record Drift(Guid FeedbackId, string Code, Guid? UnitId, string What, DateOnly? Kept, DateOnly? Counted);
