using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content;

public sealed class PublishingTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private TestPortal portal = null!;
    private SiteMap site = null!;
    private Guid approver;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        approver = await portal.AddPublisher(site);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Publishing_retires_the_live_edition_in_the_same_save_and_tells_the_index()
    {
        var first = await Published("Bản một");

        await portal.Inside(site, async (services, db) =>
        {
            var second = Given.Edition(title: "Bản hai", item: await db.ContentItems.SingleAsync(), number: 2, inReview: true);
            db.Add(second);
            await db.SaveChangesAsync();
            await Approve(services, second);
            await services.GetRequiredService<Publishing>().Publish(second, Stop);
        });

        await portal.Inside(site, async (_, db) =>
        {
            Assert.Equal("Bản hai", (await db.Editions.Live().SingleAsync()).Title);
            Assert.Equal(EditionState.Retired, (await db.Editions.SingleAsync(e => e.Id == first)).State);
            Assert.Equal(2, await db.IndexChanges.CountAsync());
        });
    }

    [Fact]
    public async Task Two_live_texts_for_one_item_and_language_cannot_be_saved()
    {
        await Published("Bản một");

        await portal.Inside(site, async (_, db) =>
        {
            var second = Given.Edition(title: "Bản hai", slug: "khac", item: await db.ContentItems.SingleAsync(), number: 2, inReview: true);
            second.Approve(approver, Given.Morning);
            second.Publish(Given.Morning, null);
            db.Add(second);

            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Two_live_pages_cannot_have_one_address()
    {
        await Published("Bản một");

        await portal.Inside(site, async (_, db) =>
        {
            var other = Given.Edition(title: "Bài khác", item: new ContentItem { Type = "article", Key = "bai-khac" }, inReview: true);
            other.Approve(approver, Given.Morning);
            other.Publish(Given.Morning, null);
            db.Add(other.Item!);
            db.Add(other);

            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Two_editors_at_once_are_noticed()
    {
        var id = await Published("Bản một");

        await portal.Inside(site, async (_, mine) =>
        {
            var seen = await mine.Editions.SingleAsync(e => e.Id == id);
            await portal.Inside(site, async (services, theirs) =>
                await services.GetRequiredService<Publishing>().Withdraw(await theirs.Editions.SingleAsync(e => e.Id == id), Withdrawal.Gone("Sai."), null, Stop));

            seen.Withdraw(Withdrawal.Gone("Cũng sai."), Given.Morning);

            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_scheduled_text_goes_live_when_its_hour_comes_and_not_before()
    {
        await Scheduled();
        await portal.Run<PublishScheduledJob>();
        Assert.Equal(EditionState.Scheduled, await State());

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Run<PublishScheduledJob>();
        await portal.Run<PublishScheduledJob>();   // a second node, or a second turn

        Assert.Equal(EditionState.Published, await State());
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.IndexChanges.CountAsync()));
    }

    [Fact]
    public async Task One_that_cannot_go_out_is_listed_with_the_reason_and_the_others_go()
    {
        await Published("Đã đăng", "trung");
        var stuck = await Scheduled("Trùng địa chỉ", "trung");
        var fine = await Scheduled("Bài khác", "khac");

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Run<PublishScheduledJob>();

        await portal.Inside(site, async (_, db) =>
        {
            Assert.Equal(EditionState.Published, (await db.Editions.SingleAsync(e => e.Id == fine)).State);
            var held = await db.Editions.SingleAsync(e => e.Id == stuck);
            Assert.Equal((EditionState.Scheduled, 1), (held.State, held.ScheduleTries));
            Assert.Contains("đang có bài khác dùng", held.ScheduleProblem);
            Assert.Equal(stuck, (await db.Editions.InTrouble().SingleAsync()).Id);
        });
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_and_goes_out_once_nothing_stands_in_its_way()
    {
        var live = await Published("Đã đăng", "trung");
        var stuck = await Scheduled("Trùng địa chỉ", "trung");
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Run<PublishScheduledJob>();
        await portal.Inside(site, async (services, db) => await services.GetRequiredService<Publishing>().Withdraw(await db.Editions.SingleAsync(e => e.Id == live), Withdrawal.Gone("Cũ."), null, Stop));

        await portal.Run<PublishScheduledJob>();   // too early: its next try is minutes away
        Assert.Equal(EditionState.Scheduled, await StateOf(stuck));
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await portal.Run<PublishScheduledJob>();

        Assert.Equal(EditionState.Published, await StateOf(stuck));
        await portal.Inside(site, async (_, db) => Assert.StartsWith("late by", (await db.AuditEntries.SingleAsync(entry => entry.What == "content-published-as-scheduled")).Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_approval_by_somebody_who_lost_the_role_no_longer_lets_a_text_out()
    {
        var id = await Scheduled();
        await portal.Inside(site, (_, db) => db.Memberships.Where(held => held.PersonId == approver).ExecuteDeleteAsync());

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Run<PublishScheduledJob>();

        Assert.Equal(EditionState.Scheduled, await StateOf(id));
        await portal.Inside(site, async (_, db) => Assert.Contains("không còn quyền duyệt", (await db.Editions.SingleAsync(e => e.Id == id)).ScheduleProblem));
    }

    [Fact]
    public async Task What_was_to_be_taken_away_goes_at_its_hour_and_leads_where_it_was_said()
    {
        await Published("Trang mới", "moi");
        var id = await Published("Trang cũ", "cu");
        await portal.Inside(site, async (_, db) =>
        {
            (await db.Editions.SingleAsync(e => e.Id == id)).PlanWithdrawal(new Withdrawal(Retirement.Redirected, "Đã thay.", "/tin-tuc/moi"), Given.Morning.AddHours(1), Given.Morning);
            await db.SaveChangesAsync();
        });

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.Run<PublishScheduledJob>();

        Assert.Equal(EditionState.Withdrawn, await StateOf(id));
        Assert.Equal("/tin-tuc/moi", await portal.Inside(site, (services, _) => services.GetRequiredService<Publishing>().EndOf("/tin-tuc/cu", Stop)));
    }

    [Fact]
    public async Task Chains_of_redirects_are_flattened_whichever_was_set_first()
    {
        await Published("Ba", "ba");
        var two = await Published("Hai", "hai");
        var one = await Published("Một", "mot");
        await Redirect(one, "/tin-tuc/hai");
        await Redirect(two, "/tin-tuc/ba");
        var zero = await Published("Không", "khong");
        await Redirect(zero, "/tin-tuc/mot");

        Assert.Equal(["/tin-tuc/ba", "/tin-tuc/ba", "/tin-tuc/ba"], await portal.Inside(site, (_, db) =>
            db.Editions.Where(e => e.MovedTo != null).Select(e => e.MovedTo!).ToListAsync()));
    }

    [Fact]
    public async Task What_was_published_is_found_and_what_was_withdrawn_is_not()
    {
        await portal.Run<KeepIndexJob>();
        var id = await Published("Giấy khai sinh");
        await portal.Run<KeepIndexJob>();
        Assert.Equal(1, Find("khai sinh"));

        await portal.Inside(site, async (services, db) =>
            await services.GetRequiredService<Publishing>().Withdraw(await db.Editions.SingleAsync(e => e.Id == id), Withdrawal.Gone("Sai."), null, Stop));
        await portal.Run<KeepIndexJob>();

        Assert.Equal(0, Find("khai sinh"));
    }

    [Fact]
    public async Task A_change_whose_transaction_took_longer_than_a_later_one_is_not_lost()
    {
        await portal.Run<KeepIndexJob>();
        await Published("Giấy khai sinh");
        IndexChange late = null!;
        await portal.Inside(site, async (_, db) =>
        {
            late = await db.IndexChanges.AsNoTracking().OrderBy(change => change.Sequence).LastAsync();
            return await db.IndexChanges.Where(change => change.Sequence == late.Sequence).ExecuteDeleteAsync();   // not committed yet
        });
        await Published("Giờ mở cửa", "gio-mo-cua");
        await portal.Run<KeepIndexJob>();
        Assert.Equal((0, 1), (Find("khai sinh"), Find("mở cửa")));

        await portal.Inside(site, async (_, db) =>
        {
            db.Add(late);
            return await db.SaveChangesAsync();
        });
        await portal.Run<KeepIndexJob>();

        Assert.Equal(1, Find("khai sinh"));
    }

    private long Find(string words) => portal.Of<SearchIndexes>().Of(site.Id).Find(new SearchQuery(words, "vi")).Total;

    private Task Redirect(Guid id, string to) => portal.Inside(site, async (services, db) =>
        await services.GetRequiredService<Publishing>().Withdraw(await db.Editions.SingleAsync(e => e.Id == id), new Withdrawal(Retirement.Redirected, "Chuyển.", to), null, Stop));

    private Task<EditionState> StateOf(Guid id) => portal.Inside(site, (_, db) => db.Editions.Where(e => e.Id == id).Select(e => e.State).SingleAsync());

    private Task<EditionState> State() => portal.Inside(site, (_, db) => db.Editions.Select(e => e.State).SingleAsync());

    private Task<Guid> Scheduled(string title = "Giờ làm việc mới", string slug = "gio-lam-viec-moi") => portal.Inside(site, async (services, db) =>
    {
        var edition = Given.Edition(title: title, slug: slug, inReview: true, item: new ContentItem { Type = "article", Key = Guid.CreateVersion7().ToString("n") });
        db.Add(edition.Item!);
        db.Add(edition);
        await db.SaveChangesAsync();
        await Approve(services, edition);
        edition.Schedule(Given.Morning.AddHours(2), Given.Morning);
        await db.SaveChangesAsync();
        return edition.Id;
    });

    private Task Approve(IServiceProvider services, Edition edition) => services.GetRequiredService<Publishing>().Approve(edition, approver, Stop);

    private Task<Guid> Published(string title, string slug = "gio-lam-viec-moi") => portal.Inside(site, async (services, db) =>
    {
        var edition = Given.Edition(title: title, slug: slug, inReview: true, item: new ContentItem { Type = "article", Key = Guid.CreateVersion7().ToString("n") });
        db.Add(edition.Item!);
        db.Add(edition);
        await db.SaveChangesAsync();
        await Approve(services, edition);
        await services.GetRequiredService<Publishing>().Publish(edition, Stop);
        return edition.Id;
    });
}
