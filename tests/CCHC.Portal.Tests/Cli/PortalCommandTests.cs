using CCHC.Portal.Cases;
using CCHC.Portal.Cli;
using CCHC.Portal.Content;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cli;

public sealed class PortalCommandTests : IDisposable
{
    private readonly TestDatabase place = TestDatabase.New(DatabaseEngine.Sqlite);
    private readonly SeedFolder seeds = Given.Seeds();

    public void Dispose()
    {
        place.Dispose();
        seeds.Dispose();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("backup", "--help")]
    [InlineData]
    public async Task Help_names_every_verb(params string[] words)
    {
        var (code, said, _) = await Portal(words);

        Assert.Equal(0, code);
        Assert.All(new[] { "migrate", "seed", "export", "reindex", "user create", "user list", "backup", "restore", "calendar due", "classify", "classify train", "classify score" },
            verb => Assert.Contains("portal " + verb, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no “fly”", "fly")]
    [InlineData("There is no “user”", "user")]
    [InlineData("“--wings” is not understood", "migrate", "--wings")]
    [InlineData("--to is missing", "backup")]
    [InlineData("--to needs a value", "backup", "--to")]
    [InlineData("is not a moment", "calendar", "due", "--site", "thu", "--from", "mai", "--days", "10")]
    [InlineData("There is no site “khong-co”", "calendar", "due", "--site", "khong-co", "--from", "2026-02-13", "--days", "10")]
    [InlineData("There is no file", "restore", "--from", "khong-co.zip", "--folder", "x")]
    public async Task What_is_wrong_is_said_in_a_sentence(string sentence, params string[] words)
    {
        var (code, _, errors) = await Portal([.. words, .. words is ["fly"] or ["user"] || words.Contains("--to") ? [] : new[] { "--storage", place.Folder }]);

        Assert.Equal(2, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_makes_both_databases_and_twice_is_nothing()
    {
        Assert.Equal(0, (await Here("migrate")).Code);
        Assert.Equal(0, (await Here("migrate")).Code);

        Assert.True(File.Exists(Path.Combine(place.Folder, "portal.db")));
        Assert.True(File.Exists(Path.Combine(place.Folder, "sealed.db")));
    }

    [Fact]
    public async Task Seed_loads_a_folder_and_says_what_it_did()
    {
        var (code, said, _) = await Here("seed", "--folder", seeds.Path);

        Assert.Equal(0, code);
        Assert.Contains("0 with errors", said, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 changed", (await Here("seed", "--folder", seeds.Path)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_names_a_broken_file_and_ends_with_an_error()
    {
        seeds.Article("hong", extra: "khoa-la: 1\n");

        var (code, said, _) = await Here("seed", "--folder", seeds.Path);

        Assert.Equal(1, code);
        Assert.Contains("hong.md:6: unknown key “khoa-la”", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classify_answers_each_line_with_its_own_id()
    {
        var (asked, answered) = (Path.Combine(place.Folder, "in.jsonl"), Path.Combine(place.Folder, "out.jsonl"));
        await File.WriteAllLinesAsync(asked, ["""{"id":7,"text":"Tôi tố cáo cán bộ nhận hối lộ"}""", """{"id":"b","text":""}""", """{"id":"c"}"""]);

        Assert.Equal(0, (await Portal(["classify", "--in", asked, "--out", answered])).Code);

        var lines = await File.ReadAllLinesAsync(answered);
        Assert.StartsWith("""{"id":7,"kind":"Denunciation","field":"CivilServiceConduct","unit":"SEALED","flags":[],"confidence":0.95,"because":[""", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"unit\":\"NONE\"", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":\"c\"", lines[2], StringComparison.Ordinal);
    }

    [Theory]   // regulation.md §9
    [InlineData("2026-02-13T10:00", "2026-03-06")]
    [InlineData("2026-04-22T10:00", "2026-05-11")]
    [InlineData("2026-11-20T10:00", "2026-12-07")]
    [InlineData("2026-08-17T10:00", "2026-08-28")]
    public async Task Calendar_due_counts_the_working_days_of_Cat_Hai(string from, string due)
    {
        await Here("seed", "--folder", Repository.Under("content-seed"));

        Assert.Equal(due, (await Here("calendar", "due", "--site", "cat-hai", "--from", from, "--days", "10")).Said.Trim());
    }

    [Fact]
    public async Task User_create_makes_an_account_whose_password_is_shown_once_and_owed()
    {
        await Here("seed", "--folder", seeds.Path);

        var (code, said, _) = await Create("quan.tri");

        Assert.Equal(0, code);
        var password = said.Split("once: ")[1].Trim();
        await InSite(async (services, db) =>
        {
            var person = await db.People.Include(p => p.Memberships).SingleAsync();
            Assert.Equal(PasswordVerificationResult.Success, services.GetRequiredService<IPasswordHasher<Person>>().VerifyHashedPassword(person, person.PasswordHash!, password));
            Assert.Equal(Role.Administrator, Assert.Single(person.Memberships).Role);
            Assert.Equal(OwnPassword.Owed, (await db.Set<IdentityUserToken<Guid>>().SingleAsync()).Name);
            Assert.Equal("person-created", (await db.AuditEntries.SingleAsync()).What);
        });
        Assert.DoesNotContain(password, (await Here("user", "list")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_create_reads_a_password_and_does_not_repeat_it()
    {
        await Here("seed", "--folder", seeds.Path);

        var (code, said, _) = await Create("quan.tri", "một câu dài dễ nhớ\n", "--password-stdin");

        Assert.Equal(0, code);
        Assert.DoesNotContain("một câu", said, StringComparison.Ordinal);
        await InSite(async (services, db) =>
        {
            var person = await db.People.SingleAsync();
            Assert.Equal(PasswordVerificationResult.Success, services.GetRequiredService<IPasswordHasher<Person>>().VerifyHashedPassword(person, person.PasswordHash!, "một câu dài dễ nhớ"));
        });
    }

    [Fact]
    public async Task User_create_refuses_a_weak_password_a_second_account_and_what_does_not_exist()
    {
        await Here("seed", "--folder", seeds.Path);

        Assert.Equal(2, (await Create("quan.tri", "ngan\n", "--password-stdin")).Code);
        Assert.Equal(0, (await Create("quan.tri")).Code);
        Assert.Contains("already", (await Create("QUAN.TRI")).Errors, StringComparison.Ordinal);
        Assert.Contains("Known: UBND, VP", (await Here("user", "create", "--site", "thu", "--name", "a", "--full-name", "A", "--unit", "KHONG", "--role", "Editor")).Errors, StringComparison.Ordinal);
        Assert.Contains("Known: Contributor", (await Here("user", "create", "--site", "thu", "--name", "a", "--full-name", "A", "--unit", "VP", "--role", "King")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_list_shows_who_there_is()
    {
        await Here("seed", "--folder", seeds.Path);
        await Create("quan.tri");

        Assert.Contains("quan.tri\tNgười Quản Trị\tAdministrator in VP\tactive", (await Here("user", "list", "--site", "thu")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindex_builds_the_index_anew()
    {
        await Here("seed", "--folder", seeds.Path);

        var (code, said, _) = await Here("reindex");

        Assert.Equal(0, code);
        Assert.Contains("thu: the index is built anew", said, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(place.Folder, "search"), "segments*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_backup_comes_back_whole_and_sealed_cases_stay_sealed()
    {
        await Here("seed", "--folder", seeds.Path);
        var receipt = await SendOne();
        var zip = Path.Combine(place.Folder, "out", "sao-luu.zip");

        Assert.Equal(0, (await Here("backup", "--to", zip, "--with-keys")).Code);
        var back = Path.Combine(place.Folder, "back");
        var (code, said, errors) = await Portal("restore", "--from", zip, "--folder", back);

        Assert.True(code == 0, errors);
        Assert.Contains("2 databases, 1 files, 3 keys", said, StringComparison.Ordinal);
        await InSite(back, async (services, db) =>
        {
            var kept = await db.Feedback.Include(f => f.Attachments).SingleAsync();
            Assert.True(services.GetRequiredService<CaseCodes>().Opens(receipt.Secret, kept.SecretHash));
            Assert.Equal("Nguyễn Thị Mai", services.GetRequiredService<Vault>().Unlock<Submitter>(kept.SubmitterBox!, Feedback.IdentityPurpose).Name);
            Assert.True(services.GetRequiredService<FileStore>().Exists(Assert.Single(kept.Attachments).StoreKey));
            Assert.Equal(1, await db.Editions.Live().CountAsync());
            Assert.Equal("Cán bộ nhận hối lộ", (await OpenSealed(services, db.SiteId)).Message);
        });
        Assert.False(Disk.Holds(Disk.Everything(back, "sealed.db"), "Cán bộ nhận hối lộ"));
    }

    [Fact]
    public async Task Keys_go_along_only_when_asked()
    {
        await Here("seed", "--folder", seeds.Path);
        await SendOne();
        var zip = Path.Combine(place.Folder, "sao-luu.zip");

        var (_, said, _) = await Here("backup", "--to", zip);

        Assert.Contains("0 keys", said, StringComparison.Ordinal);
        using var archive = System.IO.Compression.ZipFile.OpenRead(zip);
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.EndsWith(".key", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(place.Folder, "*.unfinished"));
    }

    [Fact]
    public async Task Nothing_is_restored_over_a_portal_or_from_a_strange_or_cut_file()
    {
        await Here("seed", "--folder", seeds.Path);
        var zip = Path.Combine(place.Folder, "sao-luu.zip");
        await Here("backup", "--to", zip);
        var (cut, strange) = (Path.Combine(place.Folder, "cut.zip"), Path.Combine(place.Folder, "strange.zip"));
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(zip))[..^500]);
        using (var archive = System.IO.Compression.ZipFile.Open(strange, System.IO.Compression.ZipArchiveMode.Create))
        {
            archive.CreateEntry("portal-backup.txt");
            archive.CreateEntry("files/../../evil.txt");
        }

        Assert.Contains("not empty", (await Portal("restore", "--from", zip, "--folder", place.Folder)).Errors, StringComparison.Ordinal);
        Assert.Contains("not a whole backup", (await Portal("restore", "--from", cut, "--folder", Path.Combine(place.Folder, "a"))).Errors, StringComparison.Ordinal);
        Assert.Contains("not a backup of this portal", (await Portal("restore", "--from", strange, "--folder", Path.Combine(place.Folder, "b"))).Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(place.Folder, "evil.txt")));
    }

    private Task<(int Code, string Said, string Errors)> Create(string name, string input = "", params string[] more) => Portal(
        ["user", "create", "--site", "thu", "--name", name, "--full-name", "Người Quản Trị", "--unit", "VP", "--role", "Administrator", "--storage", place.Folder, .. more], input);

    private Task<(int Code, string Said, string Errors)> Here(params string[] words) => Portal([.. words, "--storage", place.Folder]);

    private static Task<(int Code, string Said, string Errors)> Portal(params string[] words) => Portal(words, "");

    private static async Task<(int Code, string Said, string Errors)> Portal(string[] words, string input)
    {
        using var said = new StringWriter();
        using var errors = new StringWriter();
        var code = await PortalCommand.Run(words, new StringReader(input), said, errors);
        return (code, said.ToString(), errors.ToString());
    }

    private Task InSite(Func<IServiceProvider, PortalDb, Task> work) => InSite(place.Folder, work);

    private static async Task InSite(string folder, Func<IServiceProvider, PortalDb, Task> work)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddPortal(new Microsoft.Extensions.Configuration.ConfigurationManager { ["Storage:Folder"] = folder }).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Preparation>().Run(CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(services.GetRequiredService<SiteDirectory>().All.Single().Id);
        await work(scope.ServiceProvider, db);
    }

    private async Task<Receipt> SendOne()
    {
        Receipt receipt = null!;
        await InSite(async (services, db) =>
        {
            var site = services.GetRequiredService<SiteDirectory>().All.Single();
            var file = await services.GetRequiredService<FileStore>().Put(new MemoryStream([1, 2, 3]), "webp", CancellationToken.None);
            receipt = await services.GetRequiredService<Intake>().Receive(site, Given.Message(files: new SentFile(file.Key, "anh.webp", "image/webp", 3)), CancellationToken.None);
            await services.GetRequiredService<SealedStore>().Keep(new SealedArrival(site.Id, "khoa", "PA-ACDE-FGHJ", new SealedContent { Message = "Cán bộ nhận hối lộ" }), CancellationToken.None);
        });
        return receipt;
    }

    private static async Task<SealedContent> OpenSealed(IServiceProvider services, Guid site)
    {
        var store = services.GetRequiredService<SealedStore>();
        var reader = new SealedReader(Guid.CreateVersion7(), [], false);
        var kept = (await store.Listed(site, reader, CancellationToken.None)).Single();
        return (await store.Open(site, kept.Id, reader, "open", CancellationToken.None))!.Content;
    }
}
