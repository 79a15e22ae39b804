using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>Puts editions before the public and takes them away, together with the note that tells every node.</summary>
public sealed class Publishing(PortalDb db, Nudge nudge, TimeProvider clock)
{
    public async Task Publish(Edition edition, Guid by, CancellationToken stop)
    {
        edition.Publish(by, clock.GetUtcNow(), await LiveBeside(edition, stop));
        await SaveAndTell(edition, stop);
    }

    public async Task PublishAsScheduled(Edition edition, CancellationToken stop)
    {
        edition.PublishAsScheduled(clock.GetUtcNow(), await LiveBeside(edition, stop));
        await SaveAndTell(edition, stop);
    }

    public async Task Withdraw(Edition edition, string reason, CancellationToken stop)
    {
        edition.Withdraw(reason, clock.GetUtcNow());
        await SaveAndTell(edition, stop);
    }

    /// <summary>The edition readers see now, which a new one replaces.</summary>
    public Task<Edition?> LiveBeside(Edition edition, CancellationToken stop) =>
        db.Editions.Live().SingleOrDefaultAsync(live => live.ItemId == edition.ItemId && live.Culture == edition.Culture && live.Id != edition.Id, stop);

    public void Note(Edition edition) =>
        db.IndexChanges.Add(new IndexChange { Source = ContentSearch.Source, Key = ContentSearch.KeyOf(edition), At = clock.GetUtcNow() });

    private async Task SaveAndTell(Edition edition, CancellationToken stop)
    {
        Note(edition);
        await db.SaveChangesAsync(stop);
        nudge.Ring(KeepIndexJob.JobName);
    }
}
