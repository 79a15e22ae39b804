using CCHC.Portal.Content;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Content;

public sealed class PublishingTests : IAsyncLifetime
{
    private static readonly Guid Approver = Guid.CreateVersion7();
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
    public async Task Publishing_retires_the_live_edition_in_the_same_save_and_tells_the_index()
    {
        var first = await Published("Bản một");

        await portal.Inside(site, async (services, db) =>
        {
            var second = Given.Edition(title: "Bản hai", item: await db.ContentItems.SingleAsync(), number: 2, inReview: true);
            db.Add(second);
            await db.SaveChangesAsync();
            await services.GetRequiredService<Publishing>().Publish(second, Approver, Stop);
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
            second.Publish(Approver, Given.Morning, null);
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
            other.Publish(Approver, Given.Morning, null);
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
                await services.GetRequiredService<Publishing>().Withdraw(await theirs.Editions.SingleAsync(e => e.Id == id), "Sai.", Stop));

            seen.Withdraw("Cũng sai.", Given.Morning);

            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_scheduled_text_goes_live_when_its_hour_comes_and_not_before()
    {
        await Saved(edition => edition.Schedule(Approver, Given.Morning.AddHours(2), Given.Morning));
        await portal.Run<PublishScheduledJob>();
        Assert.Equal(EditionState.Scheduled, await State());

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Run<PublishScheduledJob>();
        await portal.Run<PublishScheduledJob>();   // a second node, or a second turn

        Assert.Equal(EditionState.Published, await State());
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.IndexChanges.CountAsync()));
    }

    [Fact]
    public async Task What_was_published_is_found_and_what_was_withdrawn_is_not()
    {
        await portal.Run<KeepIndexJob>();
        var id = await Published("Giấy khai sinh");
        await portal.Run<KeepIndexJob>();
        Assert.Equal(1, Find("khai sinh"));

        await portal.Inside(site, async (services, db) =>
            await services.GetRequiredService<Publishing>().Withdraw(await db.Editions.SingleAsync(e => e.Id == id), "Sai.", Stop));
        await portal.Run<KeepIndexJob>();

        Assert.Equal(0, Find("khai sinh"));
    }

    private long Find(string words) => portal.Of<SearchIndexes>().Of(site.Id).Find(new SearchQuery(words, "vi")).Total;

    private Task<EditionState> State() => portal.Inside(site, (_, db) => db.Editions.Select(e => e.State).SingleAsync());

    private Task<Guid> Saved(Action<Edition> change) => portal.Inside(site, async (_, db) =>
    {
        var edition = Given.Edition(inReview: true);
        change(edition);
        db.Add(edition.Item!);
        db.Add(edition);
        await db.SaveChangesAsync();
        return edition.Id;
    });

    private Task<Guid> Published(string title) => portal.Inside(site, async (services, db) =>
    {
        var edition = Given.Edition(title: title, inReview: true);
        db.Add(edition.Item!);
        db.Add(edition);
        await db.SaveChangesAsync();
        await services.GetRequiredService<Publishing>().Publish(edition, Approver, Stop);
        return edition.Id;
    });
}
