using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Sealed;

public sealed class SealedStoreTests : IAsyncLifetime
{
    private const string Words = "Ông Nguyễn Văn Mẫu nhận hối lộ hai mươi triệu đồng";
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly SealedReader Anybody = new(Guid.CreateVersion7(), [], false);
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Nothing_of_it_lies_on_the_disk_in_the_clear()
    {
        await Keep("mot");

        var bytes = portal.Database.Engine == DatabaseEngine.Sqlite ? Disk.Everything(portal.Folder, "*") : await Rows();
        foreach (var words in new[] { Words, "hối lộ", "Bà Thị Tố", "0907654321", "Bến Bèo", "giay-to.pdf", "nội dung của giấy" })
        {
            Assert.False(Disk.Holds(bytes, words), words);
        }
        Assert.True(Disk.Holds(bytes, "PA-ACDE-FGHJ"));   // else this test would prove nothing
    }

    [Fact]
    public async Task The_portals_own_database_knows_nothing_of_it()
    {
        await Keep("mot");

        await portal.Inside(site, async (_, db) =>
        {
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(table => table is not ("Sites" or "Units")))
            {
                var count = "SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM \"" + table + "\"";
                Assert.Equal(0, await db.Database.SqlQueryRaw<int>(count).SingleAsync());
            }
        });
    }

    [Fact]
    public async Task The_same_form_sent_again_or_at_once_is_one_case()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Keep("mot", $"PA-ACDE-FGH{"3467ACDE"[i]}"))));

        Assert.Single(receipts.Distinct());
        Assert.Single(await In(store => store.Listed(site.Id, Anybody, Stop)));
    }

    [Fact]
    public async Task Opening_gives_everything_back_and_is_written_down_first()
    {
        await Keep("mot");
        var id = (await In(store => store.Listed(site.Id, Anybody, Stop))).Single().Id;

        var opened = await In(store => store.Open(site.Id, id, Anybody, "open", Stop));

        Assert.Equal(Words, opened!.Content.Message);
        Assert.Equal("nội dung của giấy", System.Text.Encoding.UTF8.GetString(Assert.Single(opened.Papers).Paper.Content));
        var access = Assert.Single(await Log(id));
        Assert.Equal((Anybody.PersonId, portal.Clock.GetUtcNow()), (access.PersonId, access.At));
    }

    [Fact]
    public async Task Who_sent_a_case_older_than_the_box_for_it_is_parted_from_its_words_when_it_is_opened()
    {
        await Keep("mot");
        var id = (await In(store => store.Listed(site.Id, Anybody, Stop))).Single().Id;
        await Kept(kept =>   // as it was kept before
        {
            kept.Box = portal.Of<SealedVault>().For(kept).Lock(new { Message = Words, Name = "Bà Thị Tố", Address = "", Phone = "0907654321", Email = "", Because = new[] { "hoi lo" } }, SealedCase.Purpose);
            kept.IdentityBox = [];
        });

        var opened = await In(store => store.Open(site.Id, id, Anybody, "mở xem", Stop));

        Assert.Equal(Words, opened!.Content.Message);
        await Kept(kept => Assert.DoesNotContain("0907654321", System.Text.Encoding.UTF8.GetString(portal.Of<SealedVault>().For(kept).UnlockBytes(kept.Box, SealedCase.Purpose)), StringComparison.Ordinal));
        var sender = await In(async store => await store.Reveal((await store.Find(site.Id, id, Anybody, Stop))!, Anybody.PersonId, "gọi xác minh", Stop));
        Assert.Equal(("Bà Thị Tố", "0907654321"), (sender.Name, sender.Phone));
        Assert.Equal(["xem người gửi", "mở xem"], (await Log(id)).Select(access => access.What));
    }

    [Fact]
    public async Task Another_site_neither_lists_nor_opens_it()
    {
        await Keep("mot");
        var other = await portal.AddSite("xa-khac");
        var id = (await In(store => store.Listed(site.Id, Anybody, Stop))).Single().Id;

        Assert.Empty(await In(store => store.Listed(other.Id, Anybody, Stop)));
        Assert.Null(await In(store => store.Open(other.Id, id, Anybody, "open", Stop)));
        Assert.Empty(await Log(id));
    }

    [Fact]
    public void It_has_a_key_of_its_own()
    {
        var (portalKey, sealedKey) = (portal.Of<Vault>().KeyFor("sealed-case"), portal.Of<SealedVault>().Box.KeyFor("sealed-case"));

        Assert.NotEqual(portalKey, sealedKey);
        Assert.True(File.Exists(Path.Combine(portal.Folder, "keys", "sealed.key")));
    }

    [Fact]
    public async Task Its_key_may_lie_on_another_disk()
    {
        var elsewhere = Directory.CreateTempSubdirectory("portal-sealed-key-").FullName;
        await using (var apart = await Given.Portal(("Sealed:KeyFolder", elsewhere)))
        {
            _ = apart.Of<SealedVault>();

            Assert.True(File.Exists(Path.Combine(elsewhere, "sealed.key")));
            Assert.False(File.Exists(Path.Combine(apart.Folder, "keys", "sealed.key")));
        }
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public void A_key_file_is_for_its_owner_only()
    {
        _ = portal.Of<SealedVault>();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(portal.Folder, "keys", "sealed.key")));
        }
    }

    private Task<(string, DateTimeOffset)> Keep(string key, string code = "PA-ACDE-FGHJ") => In(store => store.Keep(
        new SealedArrival(site.Id, key, code, new SealedContent { Message = Words, Place = "Bến Bèo", Because = ["hoi lo"] })
        {
            Sender = new SealedSender { Name = "Bà Thị Tố", Phone = "0907654321" },
            Papers = [new SealedPaper("giay-to.pdf", "application/pdf", System.Text.Encoding.UTF8.GetBytes("nội dung của giấy"))],
        }, Stop));

    private async Task Kept(Action<SealedCase> change)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SealedDb>();
        change(await db.Cases.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }

    private async Task<List<SealedAccess>> Log(Guid id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SealedLog>().Of(id, Stop);
    }

    private async Task<byte[]> Rows()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SealedDb>();
        var cases = await db.Cases.Include(c => c.Files).AsNoTracking().ToListAsync();
        return [.. cases.SelectMany(c => System.Text.Encoding.UTF8.GetBytes(c.ReferenceCode + c.IdempotencyKey).Concat(c.Box).Concat(c.Files.SelectMany(file => file.Box)))];
    }

    private async Task<T> In<T>(Func<SealedStore, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SealedStore>());
    }
}
