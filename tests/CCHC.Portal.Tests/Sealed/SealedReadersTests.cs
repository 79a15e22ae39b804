using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Sealed;

/// <summary>Who may read a sealed case, what is written to and fro, what the log shows, and how it ends.</summary>
public sealed class SealedReadersTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly Guid Unit = Guid.CreateVersion7(), Top = Guid.CreateVersion7();
    private static readonly SealedReader Reader = new(Guid.CreateVersion7(), [Top], false), Above = new(Guid.CreateVersion7(), [Guid.CreateVersion7()], true), Other = new(Guid.CreateVersion7(), [Unit], false);
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Whoever_is_accused_neither_lists_nor_opens_nor_counts_it()
    {
        await Keep("mot", new SealedAbout([Unit], [], false));
        await Keep("hai", new SealedAbout([], [Other.PersonId], false));
        await Keep("ba", SealedAbout.Nobody);

        Assert.Equal(["ba"], await Listed(Other));
        Assert.Equal(["ba", "hai", "mot"], await Listed(Reader));
        var id = await Id("mot");
        Assert.Null(await In(all => all.GetRequiredService<SealedStore>().Open(site.Id, id, Other, "mở", Stop)));
        Assert.Empty(await Log(id));
    }

    [Fact]
    public async Task What_is_aimed_at_the_top_is_for_the_reader_from_above_and_nothing_else_is()
    {
        await Keep("len-tren", new SealedAbout([Top], [], true));
        await Keep("thuong", new SealedAbout([Unit], [], false));

        Assert.Equal(["thuong"], await Listed(Reader));
        Assert.Equal(["len-tren"], await Listed(Above));
    }

    [Fact]
    public void Nobody_below_the_top_reads_what_accuses_it_in_whatever_unit_they_are_and_by_whatever_name_it_is_accused()
    {
        var map = new SiteMap(new Site { Key = "thu", Profile = new SiteProfile { RootUnit = "UBND", AboveTop = "X-PHA" } }, [.. site.Units], []);
        var chairman = Guid.CreateVersion7();
        SealedAbout[] aimed = [new([map.UnitByCode("UBND")!.Id], [], true), new([], [chairman], true)];   // by the office, and by a personal name only

        foreach (var unit in new[] { "VP", "KT", "UBND" })
        {
            Assert.DoesNotContain(aimed, SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, unit)), map).MayRead);
        }
        Assert.DoesNotContain(aimed, SealedReader.Of(Given.Actor(map, (Role.Auditor, "VP")), map).MayRead);   // nor that there is one
        Assert.DoesNotContain(aimed, SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, "X-PHA"), (Role.SealedOfficer, "VP")), map).MayRead);
        Assert.All(aimed, about => Assert.True(SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, "X-PHA")), map).MayRead(about)));
        Assert.True(SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, "VP")), map).MayRead(SealedAbout.Nobody));
    }

    [Fact]
    public void A_reader_is_from_above_when_the_post_is_in_the_unit_the_site_names_above_its_top()
    {
        var map = new SiteMap(new Site { Key = "thu", Profile = new SiteProfile { RootUnit = "UBND", AboveTop = "X-PHA" } }, [.. site.Units], []);

        Assert.True(SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, "X-PHA")), map).IsFromAbove);
        Assert.False(SealedReader.Of(Given.Actor(map, (Role.SealedOfficer, "UBND")), map).IsFromAbove);
        Assert.False(SealedReader.Of(Given.Actor(map, (Role.Auditor, "UBND")), map).IsFromAbove);
    }

    [Fact]
    public async Task The_sender_reads_questions_and_answers_them_and_sees_no_note_of_the_readers()
    {
        await Keep("mot", SealedAbout.Nobody, secret: [1, 2, 3]);
        var id = await Id("mot");
        await Write(id, SealedNoteKind.ToSender, "Việc xảy ra ngày nào?");
        await Write(id, SealedNoteKind.AmongReaders, "Cần đối chiếu sổ thu.");

        Assert.True(await In(all => all.GetRequiredService<SealedMailbox>().Answer(site.Id, id, "Ngày 12 tháng 11.", Stop)));

        var found = await In(all => all.GetRequiredService<SealedMailbox>().Find(site.Id, "PA-mot", Stop));
        Assert.Equal((id, "010203"), (found!.Value.Id, Convert.ToHexString(found.Value.SecretHash)));
        var letters = (await In(all => all.GetRequiredService<SealedMailbox>().Read(site.Id, id, Stop)))!.Value.Letters;
        Assert.Equal(["Việc xảy ra ngày nào?", "Ngày 12 tháng 11."], letters.Select(letter => letter.Text));
        Assert.All(letters, letter => Assert.Null(letter.PersonId));   // not who asks, either
        Assert.Equal(3, (await In(all => all.GetRequiredService<SealedStore>().Open(site.Id, id, Reader, "mở", Stop)))!.Letters.Count);
    }

    [Fact]
    public async Task A_line_changed_or_taken_out_of_the_log_shows()
    {
        await Keep("mot", SealedAbout.Nobody);
        var id = await Id("mot");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => In(all => all.GetRequiredService<SealedStore>().Open(site.Id, id, Reader, "mở", Stop)))));
        Assert.Equal(4, (await Log(id)).Count);
        Assert.True(await Whole(id));

        await Sql($"UPDATE \"SealedAccesses\" SET \"What\" = 'khac' WHERE \"Number\" = 2");
        Assert.False(await Whole(id));
        await Sql($"UPDATE \"SealedAccesses\" SET \"What\" = 'mở' WHERE \"Number\" = 2");
        Assert.True(await Whole(id));
        await Sql($"DELETE FROM \"SealedAccesses\" WHERE \"Number\" = 3");
        Assert.False(await Whole(id));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task Even_the_last_lines_of_the_log_cannot_be_taken_out_unseen(int from)
    {
        await Keep("mot", SealedAbout.Nobody);
        var id = await Id("mot");
        for (var look = 0; look < 3; look++)
        {
            await In(all => all.GetRequiredService<SealedStore>().Open(site.Id, id, Reader, "mở", Stop));
        }
        Assert.True(await Whole(id));

        await Sql($"DELETE FROM \"SealedAccesses\" WHERE \"Number\" >= {from}");

        Assert.False(await Whole(id));
    }

    [Fact]
    public async Task A_letter_brings_files_to_the_other_side_in_the_case_s_own_box()
    {
        await Keep("mot", SealedAbout.Nobody);
        var id = await Id("mot");
        var (mine, theirs) = (new SealedPaper("so-thu.pdf", "application/pdf", [1, 2, 3]), new SealedPaper("mau-don.pdf", "application/pdf", [4, 5]));

        await In(all => all.GetRequiredService<SealedMailbox>().Answer(site.Id, id, "Sổ thu đây ạ.", Stop, papers: [mine]));
        await In(async all =>
        {
            await all.GetRequiredService<SealedMailbox>().Write((await all.GetRequiredService<SealedStore>().Find(site.Id, id, Reader, Stop))!, SealedNoteKind.ToSender, Reader.PersonId, "Mẫu đơn.", [theirs], Stop);
            return 0;
        });

        var letters = (await In(all => all.GetRequiredService<SealedMailbox>().Read(site.Id, id, Stop)))!.Value.Letters;
        Assert.Equal(["so-thu.pdf", "mau-don.pdf"], letters.Select(letter => letter.Papers.Single().Name));
        Assert.Equal([4, 5], (await In(all => all.GetRequiredService<SealedMailbox>().Paper(site.Id, id, letters[1].Papers.Single().Id, Stop)))!.Content);
        Assert.Null(await In(all => all.GetRequiredService<SealedMailbox>().Paper(site.Id, id, letters[0].Papers.Single().Id, Stop)));   // somebody may look over a shoulder
        Assert.Contains((await In(all => all.GetRequiredService<SealedStore>().Open(site.Id, id, Reader, "mở", Stop)))!.Papers, paper => paper.Paper.Content.SequenceEqual(mine.Content));
        Assert.False(Disk.Holds(Disk.Everything(portal.Folder, "sealed.db*"), "so-thu.pdf"));
    }

    [Fact]
    public async Task Fewer_than_five_are_not_told_apart()
    {
        for (var i = 0; i < 4; i++)
        {
            await Keep($"n{i}", SealedAbout.Nobody);
        }
        Assert.Equal([(2026, null)], await In(all => all.GetRequiredService<SealedStore>().Counted(site.Id, Reader, Stop)));
        await Keep("nam", SealedAbout.Nobody);
        Assert.Equal([(2026, 5)], await In(all => all.GetRequiredService<SealedStore>().Counted(site.Id, Reader, Stop)));
    }

    [Fact]
    public async Task What_is_past_its_time_is_shown_held_or_purged_with_a_proof_and_its_key_is_gone()
    {
        await Keep("giu", SealedAbout.Nobody);
        await Keep("xoa", SealedAbout.Nobody);
        var (held, gone) = (await Id("giu"), await Id("xoa"));
        portal.Clock.Advance(TimeSpan.FromDays(365 * 5 + 10));
        await Keep("moi", SealedAbout.Nobody);
        var fresh = await Id("moi");
        await In(async all =>
        {
            await all.GetRequiredService<SealedRetention>().Hold((await all.GetRequiredService<SealedStore>().Find(site.Id, held, Reader, Stop))!, "Đang thanh tra", Reader.PersonId, Stop);
            return 0;
        });
        Assert.Equal([held, gone], (await In(all => all.GetRequiredService<SealedRetention>().Due(site.Id, Reader, Stop))).Select(kept => kept.Id));
        var before = await In(all => all.GetRequiredService<SealedDb>().Cases.Include(c => c.Files).Include(c => c.Notes).AsNoTracking().Where(c => c.Id == gone).ToListAsync());

        var second = new SealedReader(Guid.CreateVersion7(), [], IsFromAbove: false);
        var wish = await In(all => all.GetRequiredService<SealedRetention>().Propose(site.Id, [held, gone, fresh], "Hết hạn lưu", Reader, Stop));
        Assert.Null(await In(all => all.GetRequiredService<SealedRetention>().Confirm(site.Id, wish!.Id, Reader, Stop)));   // nobody purges alone
        Assert.Equal([held, gone], (await In(all => all.GetRequiredService<SealedRetention>().Due(site.Id, Reader, Stop))).Select(kept => kept.Id));
        var proof = await In(all => all.GetRequiredService<SealedRetention>().Confirm(site.Id, wish!.Id, second, Stop));

        Assert.Equal((1, second.PersonId, (Guid?)Reader.PersonId), (proof!.Count, proof.PersonId, proof.ProposedBy));
        Assert.Equal(SealedRetention.PrintOf(before), proof.Print);
        Assert.Equal(["moi", "giu"], await Listed(Reader));
        Assert.Empty(await Log(gone));
        Assert.Null(await In(all => all.GetRequiredService<SealedRetention>().Confirm(site.Id, wish!.Id, second, Stop)));
        Assert.Null(await In(all => all.GetRequiredService<SealedRetention>().Propose(site.Id, [held, fresh], "Lại", Reader, Stop)));
        Assert.Equal(0, await In(all => all.GetRequiredService<SealedDb>().Files.CountAsync(file => file.CaseId == gone)));
    }

    [Fact]
    public async Task Each_case_has_a_key_of_its_own_that_the_ring_wraps_and_that_opens_no_other()
    {
        await Keep("mot", SealedAbout.Nobody);
        await Keep("hai", SealedAbout.Nobody);
        var cases = await In(all => all.GetRequiredService<SealedDb>().Cases.AsNoTracking().ToListAsync());
        var vault = portal.Of<SealedVault>();

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.For(cases[0]).Unlock<SealedContent>(cases[1].Box, SealedCase.Purpose));
        var swapped = new SealedCase { Id = cases[1].Id, WrappedKey = cases[0].WrappedKey, ReferenceCode = "", IdempotencyKey = "", Box = [] };
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.For(swapped));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.Box.Unlock<SealedContent>(cases[0].Box, SealedCase.Purpose));   // not even the store's own key
        var ring = Directory.GetFiles(Path.Combine(portal.Folder, "keys", "sealed-ring"));
        Assert.NotEmpty(ring);
        Assert.All(ring, file => Assert.DoesNotContain("<masterKey", File.ReadAllText(file), StringComparison.Ordinal));   // locked on the disk
    }

    [Fact]
    public async Task A_backup_holds_it_locked_and_without_keys_it_stays_so()
    {
        Assert.SkipUnless(portal.Database.Engine == DatabaseEngine.Sqlite, "PostgreSQL is backed up by its own tools.");
        await Keep("mot", SealedAbout.Nobody);
        var (file, back) = (Path.Combine(portal.Folder, "b.zip"), Path.Combine(portal.Folder, "lai"));
        await portal.Of<PortalBackup>().Write(file, withKeys: false, Stop);
        await PortalBackup.Restore(file, back, Stop);

        var bytes = Disk.Everything(back, "*");
        Assert.True(Disk.Holds(bytes, "PA-mot"));
        Assert.False(Disk.Holds(bytes, "hối lộ"));
        Assert.False(Directory.Exists(Path.Combine(back, "keys")));
    }

    private Task<(string, DateTimeOffset)> Keep(string key, SealedAbout about, byte[]? secret = null) => In(all => all.GetRequiredService<SealedStore>().Keep(
        new SealedArrival(site.Id, key, "PA-" + key, new SealedContent { Message = "Ông ấy nhận hối lộ" }) { About = about, SecretHash = secret ?? [], Papers = [new SealedPaper("a.pdf", "application/pdf", [1])] }, Stop));

    private async Task<List<string>> Listed(SealedReader reader) => (await In(all => all.GetRequiredService<SealedStore>().Listed(site.Id, reader, Stop))).OrderByDescending(kept => kept.Id).Select(kept => kept.IdempotencyKey).OrderBy(key => key == "moi" ? "0" : key).ToList();

    private Task<Guid> Id(string key) => In(all => all.GetRequiredService<SealedDb>().Cases.Where(c => c.IdempotencyKey == key).Select(c => c.Id).SingleAsync());

    private Task<List<SealedAccess>> Log(Guid id) => In(all => all.GetRequiredService<SealedLog>().Of(id, Stop));

    private async Task<bool> Whole(Guid id) => await In(async all => all.GetRequiredService<SealedLog>().IsWhole(id, await all.GetRequiredService<SealedLog>().Of(id, Stop)));

    private Task Sql(string statement) => In(all => all.GetRequiredService<SealedDb>().Database.ExecuteSqlRawAsync(statement));

    private Task Write(Guid id, SealedNoteKind kind, string text) => In(async all =>
    {
        await all.GetRequiredService<SealedMailbox>().Write((await all.GetRequiredService<SealedStore>().Find(site.Id, id, Reader, Stop))!, kind, Reader.PersonId, text, [], Stop);
        return 0;
    });

    private async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
