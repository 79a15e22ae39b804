using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Content;

public sealed class FreshnessTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("2026-05-20", 6, "2026-11-20")]
    [InlineData("2025-11-20", 12, "2026-11-20")]
    [InlineData("2025-08-31", 6, "2026-03-01")]
    [InlineData("2024-02-29", 12, "2025-03-01")]
    [InlineData("2026-01-31", 1, "2026-03-01")]
    public void A_page_is_due_whole_months_after_the_last_look(string since, int months, string due) =>
        Assert.Equal(DateOnly.Parse(due), Freshness.DueOn(months, DateOnly.Parse(since)));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void What_has_no_rhythm_is_never_due(int? months) => Assert.Null(Freshness.DueOn(months, Today));

    [Fact]
    public void The_day_shown_and_the_day_listed_are_the_same_on_every_day_of_two_years()
    {
        for (var since = new DateOnly(2024, 1, 1); since < new DateOnly(2026, 1, 1); since = since.AddDays(1))
        {
            foreach (var months in new[] { 1, 5, 6, 12 })
            {
                var due = Freshness.DueOn(months, since)!.Value;
                Assert.True(Freshness.LastSince(due, months) >= since, $"{since:O} + {months} is listed on {due:O}");
                Assert.True(Freshness.LastSince(due.AddDays(-1), months) < since, $"{since:O} + {months} is not listed the day before {due:O}");
            }
        }
    }

    [Fact]
    public void Guides_numbers_and_desks_are_looked_at_twice_a_year_standing_pages_once_and_news_never() =>
        Assert.Equal((6, 6, 6, 12, (int?)null), (ContentTypes.Guide.CheckEveryMonths, ContentTypes.Hotline.CheckEveryMonths, ContentTypes.OneStopSite.CheckEveryMonths, ContentTypes.StandingPage.CheckEveryMonths, ContentTypes.Article.CheckEveryMonths));

    [Fact]
    public async Task The_list_holds_what_is_due_today_and_nothing_else()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            void Add(string slug, ContentBody body, DateOnly? checkedOn, int publishedDaysAgo, int? own = null, bool published = true, string unit = "VP")
            {
                var edition = Given.Edition(body, slug: slug);
                (edition.Item!.CheckedOn, edition.Item.CheckEveryMonths, edition.Item.OwnerUnit) = (checkedOn, own, unit);
                if (published)
                {
                    edition.PublishFromSeed(Given.Morning.AddDays(-publishedDaysAgo), Given.Morning, null);
                }
                db.AddRange(edition.Item, edition);
            }
            Add("dung-han", new Guide(), new DateOnly(2026, 5, 20), 1);
            Add("mai-moi-den", new Guide(), new DateOnly(2026, 5, 21), 900);
            Add("chua-ra-soat", new Hotline(), null, 200, unit: "KT");
            Add("moi-dang", new Hotline(), null, 100);
            Add("tin-cu", new Article(), null, 900);
            Add("tin-co-nhip", new Article(), new DateOnly(2026, 10, 20), 900, own: 1);
            Add("trang-nhip-dai", new StandingPage(), new DateOnly(2025, 1, 1), 900, own: 24);
            Add("trang-qua-nam", new StandingPage(), new DateOnly(2025, 11, 1), 900);
            Add("ban-nhap", new Guide(), new DateOnly(2020, 1, 1), 900, published: false);
            await db.SaveChangesAsync();
        });

        await portal.Inside(site, async (_, db) =>
        {
            Assert.Equal(["chua-ra-soat", "dung-han", "tin-co-nhip", "trang-qua-nam"], await db.ContentItems.DueForCheck(Today).Select(item => item.Key).OrderBy(key => key).ToListAsync());
            Assert.Equal(["chua-ra-soat"], await db.ContentItems.OwnedBy(Given.Actor(site, (Role.Contributor, "KT")), site).DueForCheck(Today).Select(item => item.Key).ToListAsync());
            Assert.Equal(4, await db.ContentItems.OwnedBy(Given.Actor(site, (Role.Editor, "VP")), site).DueForCheck(Today).CountAsync());
            Assert.Equal(0, await db.ContentItems.OwnedBy(Given.Actor(site, (Role.UnitHandler, "VP")), site).DueForCheck(Today).CountAsync());
        });
    }

    [Fact]
    public void A_look_is_written_on_the_item_and_kept_as_a_line()
    {
        var item = Given.Edition(new Guide()).Item!;
        var by = Guid.CreateVersion7();

        var check = item.Check(by, "đã gọi thử số", new DateTimeOffset(2026, 11, 20, 18, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 11, 21), item.CheckedOn);   // half past one at night in Viet Nam
        Assert.Equal((item.Id, by, "đã gọi thử số"), (check.ItemId, check.PersonId, check.Note));
    }
}
