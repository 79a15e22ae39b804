using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Notices;

/// <summary>Puts notices up and takes them down, with the note that tells every node and the line of who did it.</summary>
public sealed class Posting(PortalDb db, NoticeBoard board, Nudge nudge, TimeProvider clock)
{
    private const string Source = "notice";   // no words to find: the change alone empties the page caches

    public async Task Post(Notice notice, Guid by, CancellationToken stop)
    {
        db.Notices.Add(notice);
        Record(notice.Kind == NoticeKind.Storm ? "storm-on" : "notice-posted", notice, by, $"{notice.Severity}: {notice.Text}");
        await SaveAndTell(stop);
    }

    /// <summary>Turns the storm switch on; one that is on already gives way to the new hours and words.</summary>
    public async Task SwitchStorm(Notice storm, Guid by, CancellationToken stop)
    {
        foreach (var earlier in await db.Notices.ToCome(clock.GetUtcNow()).Where(notice => notice.Kind == NoticeKind.Storm).ToListAsync(stop))
        {
            earlier.End(by, clock.GetUtcNow());
        }
        await Post(storm, by, stop);
    }

    public async Task End(Notice notice, Guid by, CancellationToken stop)
    {
        notice.End(by, clock.GetUtcNow());
        Record(notice.Kind == NoticeKind.Storm ? "storm-off" : "notice-ended", notice, by, "");
        await SaveAndTell(stop);
    }

    private void Record(string what, Notice notice, Guid by, string detail) =>
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = by, What = what, Subject = $"notice/{notice.Id:n}", Detail = detail });

    private async Task SaveAndTell(CancellationToken stop)
    {
        db.IndexChanges.Add(new IndexChange { Source = Source, Key = "", At = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
        board.Forget(db.SiteId);
        nudge.Ring(KeepIndexJob.JobName);
    }
}
