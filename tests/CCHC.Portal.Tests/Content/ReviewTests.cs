using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content;

public sealed class ReviewTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public void One_approval_is_the_rule_and_criticism_always_needs_two()
    {
        var profile = new SiteProfile();

        Assert.Single(Review.StagesFor(Given.Edition(), profile));
        Assert.Equal(2, Review.StagesFor(Given.Edition(new Criticism()), profile).Count);
        Assert.Equal(2, Review.StagesFor(Given.Edition(new Criticism()), profile with { Review = [new ReviewRule { Types = ["criticism"], Stages = [new ReviewStage { Name = "Văn phòng" }] }] }).Count);
    }

    [Fact]
    public void A_body_sets_more_stages_for_a_kind_or_a_topic()
    {
        var profile = new SiteProfile { Review = [new ReviewRule { Topics = ["tai-chinh-cong"], Stages = [new ReviewStage { Name = "Phòng Kinh tế", Units = ["KT"] }, new ReviewStage { Name = "Lãnh đạo", Units = ["UBND"] }] }] };
        var edition = Given.Edition();

        Assert.Single(Review.StagesFor(edition, profile));
        edition.Topics.Add(new EditionTopic { EditionId = edition.Id, Topic = "tai-chinh-cong" });
        Assert.Equal(["Phòng Kinh tế", "Lãnh đạo"], Review.StagesFor(edition, profile).Select(stage => stage.Name));
    }

    [Fact]
    public void More_than_half_is_most_and_nobody_is_never_enough() => Gen.Int[0, 50].Sample(people =>
    {
        Assert.Equal(1, Review.Needed(ReviewNeed.One, people));
        Assert.Equal(Math.Max(1, people), Review.Needed(ReviewNeed.All, people));
        Assert.True(Review.Needed(ReviewNeed.Most, people) * 2 > people);
        Assert.True((Review.Needed(ReviewNeed.Most, people) - 1) * 2 <= people);
    });

    [Fact]
    public async Task Two_stages_are_passed_one_after_the_other_by_two_people_of_the_right_units()
    {
        var (economy, office) = (await portal.AddPublisher(site, "KT"), await portal.AddPublisher(site, "VP"));
        await Use(new ReviewRule { Stages = [new ReviewStage { Name = "Phòng Kinh tế", Units = ["KT"] }, new ReviewStage { Name = "Văn phòng", Units = ["VP"] }] });
        var id = await HandedIn();

        Assert.Contains("Phòng Kinh tế", await WhyNot(id, office));
        Assert.Equal(EditionState.InReview, await Approve(id, economy));
        Assert.Contains("Văn phòng", await WhyNot(id, economy));
        Assert.Equal(EditionState.Approved, await Approve(id, office));
    }

    [Fact]
    public async Task The_same_person_is_not_two_people()
    {
        var twice = await portal.AddPublisher(site, "KT");
        await Use(new ReviewRule { Stages = [new ReviewStage { Name = "Một" }, new ReviewStage { Name = "Hai" }] });
        var id = await HandedIn();
        await Approve(id, twice);

        Assert.Contains("Cần người khác duyệt tiếp", await WhyNot(id, twice));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Approve(id, twice));
    }

    [Fact]
    public async Task All_of_a_unit_means_each_of_them()
    {
        var people = new[] { await portal.AddPublisher(site, "KT"), await portal.AddPublisher(site, "KT"), await portal.AddPublisher(site, "KT") };
        await Use(new ReviewRule { Stages = [new ReviewStage { Name = "Cả phòng", Units = ["KT"], Need = ReviewNeed.All }] });
        var id = await HandedIn();

        Assert.Equal([EditionState.InReview, EditionState.InReview, EditionState.Approved], [await Approve(id, people[0]), await Approve(id, people[1]), await Approve(id, people[2])]);
    }

    [Fact]
    public async Task When_the_one_who_was_still_to_agree_leaves_the_next_approver_ends_it()
    {
        var people = new[] { await portal.AddPublisher(site, "KT"), await portal.AddPublisher(site, "KT") };
        await Use(new ReviewRule { Stages = [new ReviewStage { Name = "Cả phòng", Units = ["KT"], Need = ReviewNeed.All }] });
        var id = await HandedIn();
        await Approve(id, people[0]);
        await portal.Inside(site, async (_, db) =>
        {
            (await db.People.SingleAsync(person => person.Id == people[1])).IsActive = false;
            await db.SaveChangesAsync();
        });

        Assert.Null(await WhyNot(id, people[0]));
        Assert.Equal(EditionState.Approved, await Approve(id, people[0]));
    }

    [Fact]
    public async Task An_approval_counts_only_for_the_round_it_was_given_in()
    {
        var (first, second) = (await portal.AddPublisher(site, "KT"), await portal.AddPublisher(site, "VP"));
        await Use(new ReviewRule { Stages = [new ReviewStage { Name = "Một" }, new ReviewStage { Name = "Hai" }] });
        var id = await HandedIn();
        await Approve(id, first);
        await portal.Inside(site, async (_, db) =>
        {
            var edition = await db.Editions.SingleAsync(e => e.Id == id);
            edition.Write("Đổi hẳn", "Tóm tắt.", "doi", new Article(), Given.Morning);
            edition.Submit(Given.Morning);
            await db.SaveChangesAsync();
        });

        Assert.Equal(EditionState.InReview, await Approve(id, second));
    }

    [Fact]
    public async Task Whoever_saved_one_version_is_an_author_too()
    {
        var helper = await portal.AddPublisher(site);
        var id = await HandedIn();
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(Revision.Of(await db.Editions.SingleAsync(e => e.Id == id), helper, Given.Morning));
            await db.SaveChangesAsync();
        });

        Assert.Contains("Người duyệt phải là người khác", await WhyNot(id, helper));
    }

    [Fact]
    public async Task Somebody_who_approves_only_Vietnamese_does_not_approve_English()
    {
        var vietnamese = await portal.AddPublisher(site, cultures: "vi");
        var id = await HandedIn("en");

        Assert.NotNull(await WhyNot(id, vietnamese));
    }

    [Fact]
    public async Task When_nobody_is_left_who_may_approve_the_text_says_so()
    {
        var id = await HandedIn();

        var standing = await portal.Inside(site, async (services, db) => await services.GetRequiredService<Review>().Of(await db.Editions.Include(e => e.Topics).SingleAsync(e => e.Id == id), Stop));

        Assert.Contains("Không còn ai đủ quyền", standing.Stuck);
    }

    private async Task Use(ReviewRule rule)
    {
        await portal.Inside(site, async (_, db) =>
        {
            var kept = await db.Sites.SingleAsync(s => s.Id == site.Id);
            kept.Profile = kept.Profile with { Review = [rule] };
            await db.SaveChangesAsync();
        });
        await portal.Of<SiteDirectory>().Reload();
    }

    private Task<Guid> HandedIn(string culture = "vi") => portal.Inside(site, async (_, db) =>
    {
        var edition = Given.Edition(inReview: true, culture: culture);
        db.Add(edition.Item!);
        db.Add(edition);
        await db.SaveChangesAsync();
        return edition.Id;
    });

    private Task<EditionState> Approve(Guid id, Guid person) => portal.Inside(site, async (services, db) =>
    {
        var edition = await Of(db, id);
        await services.GetRequiredService<Publishing>().Approve(edition, person, Stop);
        await db.SaveChangesAsync();
        return edition.State;
    });

    private Task<string?> WhyNot(Guid id, Guid person) => portal.Inside(site, async (services, db) => (await services.GetRequiredService<Review>().Of(await Of(db, id), Stop)).WhyNot(person));

    private static Task<Edition> Of(PortalDb db, Guid id) => db.Editions.Include(e => e.Topics).SingleAsync(e => e.Id == id);
}
