using CCHC.Portal.Content.Readers;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Content.Readers;

public sealed class SearchTallyTests
{
    [Theory]
    [InlineData("Lịch phà Gót", "lịch phà gót")]
    [InlineData("  giấy   phép\txây dựng ", "giấy phép xây dựng")]
    [InlineData("mẫu 01 năm 2026", "mẫu 01 năm 2026")]
    [InlineData("nghị định 76", "nghị định 76")]
    public void What_the_portal_lacks_is_remembered(string query, string words) => Assert.Equal(words, SearchTally.Keepable(query));

    [Theory]
    [InlineData("0912345678")]
    [InlineData("gọi 0912 345 678")]
    [InlineData("031.088.001234")]
    [InlineData("cccd 031088001234")]
    [InlineData("ten@vidu.vn")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://vidu.vn")]
    [InlineData("tôi muốn hỏi về việc của nhà tôi ở thôn bên cạnh")]
    [InlineData("")]
    public void What_may_name_somebody_or_is_no_search_is_not(string query) => Assert.Null(SearchTally.Keepable(query));

    [Fact]
    public async Task Counts_add_up_and_are_forgotten_after_a_quarter()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        var today = new DateOnly(2026, 11, 20);
        await portal.Inside(site, (_, db) => db.Add(new SearchTally { Day = today.AddDays(-91), Words = "cũ", Culture = "vi", Times = 5 }, CancellationToken.None));
        for (var times = 0; times < 3; times++)
        {
            portal.Of<PageCounter>().Add(new SoughtWords(site.Id, today, "vi", "lịch phà gót"));
            await portal.Run<KeepViewsJob>();
        }

        var row = await portal.Inside(site, (_, db) => db.SearchTallies.SingleAsync());

        Assert.Equal(("lịch phà gót", 3), (row.Words, row.Times));
    }

    [Fact]
    public void A_flood_of_invented_words_does_not_fill_the_memory()
    {
        var counter = new PageCounter();
        for (var word = 0; word < 2_000; word++)
        {
            counter.Add(new SoughtWords(Guid.Empty, new DateOnly(2026, 11, 20), "vi", "từ " + word));
        }

        Assert.Equal(500, counter.TakeSought().Count);
        Assert.Empty(counter.TakeSought());
    }
}
