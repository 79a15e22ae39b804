using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Operations;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Operations;

public sealed class SeedingTests : IAsyncLifetime
{
    private readonly SeedFolder seeds = Given.Seeds();
    private TestPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await Given.Portal();

    public ValueTask DisposeAsync()
    {
        seeds.Dispose();
        return portal.DisposeAsync();
    }

    [Fact]
    public async Task The_seeds_of_this_repository_load_without_a_word_of_complaint()
    {
        var report = await portal.Seed(Repository.Under("content-seed"));

        Findings.None(report.Problems.Select(problem => problem.ToString()));
        Assert.True(report.Added > 100, report.ToString());
    }

    [Fact]
    public async Task Loading_twice_doubles_nothing()
    {
        await portal.Seed(Repository.Under("content-seed"));
        var before = await Counts("cat-hai");

        var again = await portal.Seed(Repository.Under("content-seed"));

        Assert.False(again.DidAnything, again.ToString());
        Assert.Equal(before, await Counts("cat-hai"));
    }

    [Fact]
    public async Task A_small_site_stands_after_loading()
    {
        var report = await portal.Seed(seeds.Path);

        Findings.None(report.Problems.Select(problem => problem.ToString()));
        var site = Site("thu");
        Assert.Equal("Xã Thử", site.Profile.Name);
        Assert.Equal(site.UnitByCode("UBND")!.Id, site.UnitByCode("VP")!.ParentId);
        Assert.False(site.Calendar.IsWorkingDay(new DateOnly(2026, 11, 24)));
        Assert.Equal("Tin thử", (await Live("tin-mot")).Title);
    }

    [Theory]
    [InlineData("title: [không đóng\nsummary: x\n", "articles/hong.md:")]
    [InlineData("title: Tin\nsummary: Một câu.\nkhoa-la: 1\n", "hong.md:4: unknown key “khoa-la”")]
    [InlineData("title: Tin\nsummary: Một câu.\npublished: hôm qua\n", "hong.md:4: “hôm qua” is not a date")]
    [InlineData("title: Tin\nsummary: Một câu.\nchecked: 20/11/2026\n", "hong.md:4: “20/11/2026” is not a date")]
    [InlineData("title: Tin\nsummary: Một câu.\nkind: Poem\n", "hong.md:4: ")]
    [InlineData("title: Tin\nsummary: Một câu.\ntitle: Hai lần\n", "uplicate key")]
    [InlineData("summary: Một câu.\n", "title is missing")]
    [InlineData("title: Tin\n", "summary is missing")]
    public async Task A_broken_file_is_named_with_its_line_and_the_rest_loads(string front, string said)
    {
        seeds.Write("articles/hong.md", $"---\n{front}---\nNội dung.\n");
        seeds.Article("tin-sau");

        var report = await portal.Seed(seeds.Path);

        var problem = Assert.Single(report.Problems);
        Assert.Contains(said, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal("Tin thử", (await Live("tin-sau")).Title);
        Assert.Equal(2, (await Counts("thu")).Editions);
    }

    [Fact]
    public async Task A_file_without_front_matter_is_named()
    {
        seeds.Write("articles/hong.md", "Chỉ có chữ.\n");

        var problem = Assert.Single((await portal.Seed(seeds.Path)).Problems);

        Assert.Contains("front matter", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_list_is_named_with_its_line_and_the_content_still_loads()
    {
        seeds.Write("calendar.yaml", "days:\n  - {date: 2026-13-40, kind: Holiday, name: x}\n");
        seeds.Write("routing.yaml", "- {kind: Report, field: Land, unit: VP}\n- {kind: Lời-khen, field: Land, unit: VP}\n");

        var report = await portal.Seed(seeds.Path);

        Assert.Contains(report.Problems, problem => problem.ToString().Contains("calendar.yaml:2:", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.ToString().Contains("routing.yaml:2:", StringComparison.Ordinal));
        Assert.Equal("Tin thử", (await Live("tin-mot")).Title);
    }

    [Fact]
    public async Task A_changed_file_makes_a_new_edition_and_keeps_the_day_readers_know()
    {
        await portal.Seed(seeds.Path);
        seeds.Article("tin-mot", title: "Tin đã sửa");

        var report = await portal.Seed(seeds.Path);

        Assert.Equal(1, report.Changed);
        var live = await Live("tin-mot");
        Assert.Equal(("Tin đã sửa", 2), (live.Title, live.Number));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7)), live.PublishedAt);
        Assert.Equal(EditionState.Retired, await portal.Inside(Site("thu"), (_, db) => db.Editions.Where(e => e.Number == 1).Select(e => e.State).SingleAsync()));
    }

    [Fact]
    public async Task What_staff_wrote_since_is_left_alone()
    {
        await portal.Seed(seeds.Path);
        await portal.Inside(Site("thu"), async (_, db) =>
        {
            var live = await db.Editions.Include(e => e.Item).SingleAsync(e => e.Slug == "tin-mot");
            var theirs = Given.Edition(title: "Cán bộ viết", slug: "tin-mot", item: live.Item, number: 2, inReview: true);
            theirs.Approve(Guid.CreateVersion7(), Given.Morning);
            theirs.Publish(Given.Morning, live);
            db.Add(theirs);
            await db.SaveChangesAsync();
        });
        seeds.Article("tin-mot", title: "Hạt giống đổi");

        var report = await portal.Seed(seeds.Path);

        Assert.False(report.DidAnything, report.ToString());
        Assert.Equal("Cán bộ viết", (await Live("tin-mot")).Title);
    }

    [Fact]
    public async Task The_bodys_own_routing_table_is_left_alone()
    {
        await portal.Seed(seeds.Path);
        seeds.Write("routing.yaml", "- {kind: Report, field: Land, unit: UBND}\n");

        await portal.Seed(seeds.Path);

        Assert.Equal("VP", await portal.Inside(Site("thu"), (_, db) => db.RoutingRules.Select(rule => rule.UnitCode).SingleAsync()));
    }

    [Fact]
    public async Task English_goes_beside_the_Vietnamese_of_the_same_item()
    {
        seeds.Write("articles/tin-mot.en.md", "---\ntitle: Test news\nsummary: One sentence.\nslug: news-one\nkind: News\n---\nText.\n");

        await portal.Seed(seeds.Path);

        var editions = await portal.Inside(Site("thu"), (_, db) => db.Editions.OrderBy(e => e.Culture).ToListAsync());
        Assert.Equal(["en", "vi"], editions.Select(e => e.Culture));
        Assert.Single(editions.Select(e => e.ItemId).Distinct());
        Assert.Equal("/tin-tuc/news-one", editions[0].Address);
    }

    [Fact]
    public async Task Two_sites_keep_their_own()
    {
        seeds.Write("site.yaml", "key: khac\nname: Xã Khác\nhosts: [khac.localhost]\ncultures: [vi]\ntheme: cat-hai\n", site: "khac");
        seeds.Write("articles/tin-mot.md", "---\ntitle: Tin của xã khác\nsummary: Một câu.\nkind: News\n---\nNội dung.\n", site: "khac");

        await portal.Seed(seeds.Path);

        Assert.Equal("Tin thử", (await Live("tin-mot")).Title);
        Assert.Equal("Tin của xã khác", await portal.Inside(Site("khac"), (_, db) => db.Editions.Select(e => e.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_and_nothing_breaks()
    {
        var report = await portal.Seed(Path.Combine(seeds.Path, "khong-co"));

        Assert.Contains("does not exist", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    private SiteMap Site(string key) => portal.Sites.Single(site => site.Key == key);

    private Task<Edition> Live(string slug) => portal.Inside(Site("thu"), (_, db) => db.Editions.Live().SingleAsync(e => e.Slug == slug && e.Culture == "vi"));

    private Task<(int Items, int Editions, int Units, int Days, int Media)> Counts(string site) => portal.Inside(Site(site), async (_, db) =>
        (await db.ContentItems.CountAsync(), await db.Editions.CountAsync(), await db.Units.CountAsync(), await db.CalendarDays.CountAsync(), await db.MediaFiles.CountAsync()));
}
