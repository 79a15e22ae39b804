using System.Diagnostics;
using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>The power goes while a film is being prepared: the next start prepares it, once.</summary>
public sealed class KilledChoreTests
{
    [Fact]
    public async Task A_film_half_prepared_is_prepared_after_the_restart_once()
    {
        var place = TestDatabase.New();
        await using var inside = new TestPortal(place, []);
        var film = await Clips.Film(1920, 1080, seconds: 25);
        using (await PortalProcess.Start(place))
        {
            // Only to have the seeds' site.
        }
        await inside.Of<SiteDirectory>().Reload();
        var site = inside.Of<SiteDirectory>().All.Single(one => one.Key == "cat-hai");
        var id = await inside.Inside(site, async (services, db) =>
        {
            var arrival = await services.GetRequiredService<MediaIntake>().Take(new MemoryStream(film), "ra-quan.mp4", film.Length, MediaFile.CommonFolder, null, default);
            await db.SaveChangesAsync();
            return arrival.File!.Id;
        });

        using (var portal = await PortalProcess.Start(place))
        {
            await Until(async () => (await ChoreOf(inside, site, id)).Progress > 6);
            portal.Kill();
        }
        var between = await ChoreOf(inside, site, id);
        await Forget(inside, site);   // as if the minute of the lease had passed
        using (await PortalProcess.Start(place))
        {
            await Until(async () => (await ChoreOf(inside, site, id)).DoneAt is not null);
        }

        Assert.True(between is { DoneAt: null, Tries: 1, LeasedUntil: not null });
        Assert.Equal(2, (await ChoreOf(inside, site, id)).Tries);
        var file = await inside.Inside(site, (_, db) => db.MediaFiles.AsNoTracking().SingleAsync(one => one.Id == id));
        Assert.Equal(["poster.webp", "480.mp4", "720.mp4"], file.Copies);
        foreach (var copy in new[] { "480.mp4", "720.mp4" })
        {
            var facts = await Clips.Ffmpeg.Probe(inside.Of<FileStore>().PathFor(file.StoreKey(copy))!, ClipContainer.Mov, default);
            Assert.InRange(facts!.Seconds, 24.5, 25.5);   // whole, not what stood there when the power went
        }
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        for (var patience = Stopwatch.StartNew(); !await happened(); await Task.Delay(100))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), "It did not happen in three minutes.");
        }
    }

    private static Task<Chore> ChoreOf(TestPortal inside, SiteMap site, Guid file)
    {
        var subject = file.ToString("n");
        return inside.Inside(site, (_, db) => db.Chores.AsNoTracking().SingleAsync(chore => chore.Subject == subject));
    }

    private static Task Forget(TestPortal inside, SiteMap site) => inside.Inside(site, async (_, db) =>
    {
        DateTimeOffset? past = inside.Clock.GetUtcNow();
        await db.Chores.Where(chore => chore.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(chore => chore.LeasedUntil, past));
    });
}
