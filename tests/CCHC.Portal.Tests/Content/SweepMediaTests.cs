using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Jobs;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content;

public sealed class SweepMediaTests
{
    [Fact]
    public async Task The_bin_is_emptied_after_a_month_and_bytes_nobody_owns_after_a_day()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var files = portal.Of<FileStore>();
        var (kept, binned) = (await Take(portal, site, 300), await Take(portal, site, 310));
        var orphan = MediaFile.KeyOf(site.Id, new string('c', 64), "khong-ai.webp");
        await files.PutKnown(orphan, new MemoryStream([1]), default);
        await portal.Inside(site, async (_, db) =>
        {
            (await db.MediaFiles.SingleAsync(file => file.Id == binned.Id)).Trash(portal.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        foreach (var (key, _) in files.All("media/").ToList())
        {
            files.Touch(key, portal.Clock.GetUtcNow());
        }

        await portal.Run<SweepMediaJob>();
        Assert.True(files.Exists(orphan) && files.Exists(binned.StoreKey()));
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await portal.Run<SweepMediaJob>();
        Assert.True(!files.Exists(orphan) && files.Exists(binned.StoreKey()));
        portal.Clock.Advance(TimeSpan.FromDays(29));
        await portal.Run<SweepMediaJob>();

        Assert.False(files.Exists(binned.StoreKey()));
        Assert.True(files.Exists(kept.StoreKey()));
        Assert.Equal([kept.Id], await portal.Inside(site, (_, db) => db.MediaFiles.Select(file => file.Id).ToListAsync()));
    }

    [Fact]
    public async Task What_a_chore_made_of_bytes_that_are_others_by_now_is_not_taken_for_theirs()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var before = await Take(portal, site, 300);
        await portal.Inside(site, async (_, db) =>
        {
            (await db.MediaFiles.SingleAsync()).TakeBytes(new string('d', 64), 5, "image/webp", 10, 10, null);
            await db.SaveChangesAsync();
        });

        before.Made = "480.webp";
        await portal.Inside(site, (services, _) => services.GetRequiredService<MediaIntake>().SaveMade(before, default));

        Assert.Equal("", (await portal.Inside(site, (_, db) => db.MediaFiles.SingleAsync())).Made);
    }

    [Fact]
    public async Task Papers_never_read_are_read_and_those_whose_day_is_over_are_not_found_any_more()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var (before, ending) = (new MediaFile { Name = "cu.pdf", Kind = MediaKind.Document, Sha256 = new string('a', 64) }, new MediaFile { Name = "het.pdf", Kind = MediaKind.Document, Sha256 = new string('b', 64), ExpiresOn = VietnamTime.Day(portal.Clock.GetUtcNow()) });
        var edition = Given.LiveEdition(new LegalDocument { Number = "1/THU", Files = [new DocumentFile { File = ending.Name }] });
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(before, ending, new PaperText { Sha256 = ending.Sha256, Text = "chữ" }, edition.Item!, edition);
            await db.SaveChangesAsync();
        });

        await portal.Run<SweepMediaJob>();
        await portal.Run<SweepMediaJob>();
        var today = await portal.Inside(site, async (_, db) => (await db.PaperTextsOf(edition.Body, VietnamTime.Day(portal.Clock.GetUtcNow()), default)).Count + await db.IndexChanges.CountAsync());
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.Run<SweepMediaJob>();
        await portal.Run<SweepMediaJob>();

        Assert.Equal(1, today);   // its words, and no note yet
        Assert.Equal([before.Id.ToString("n")], await portal.Inside(site, (_, db) => db.Chores.Where(chore => chore.Kind == ReadPaper.ChoreKind).Select(chore => chore.Subject).ToListAsync()));
        Assert.Equal([ContentSearch.KeyOf(edition)], await portal.Inside(site, (_, db) => db.IndexChanges.Select(change => change.Key).ToListAsync()));
        Assert.Empty(await portal.Inside(site, (_, db) => db.PaperTextsOf(edition.Body, VietnamTime.Day(portal.Clock.GetUtcNow()), default)));
    }

    private static Task<MediaFile> Take(TestPortal portal, SiteMap site, int width) => portal.Inside(site, async (services, db) =>
    {
        using var plain = Pictures.Plain(width, 200);
        var photo = plain.JpegsaveBuffer();
        var arrival = await services.GetRequiredService<MediaIntake>().Take(new MemoryStream(photo), "anh.jpg", photo.Length, MediaFile.CommonFolder, null, default);
        await db.SaveChangesAsync();
        return arrival.File!;
    });
}
