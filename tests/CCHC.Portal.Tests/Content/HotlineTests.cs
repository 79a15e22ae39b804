using CCHC.Portal.Content.Types;
using CCHC.Portal.Tests.Web;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Content;

/// <summary>Where to write and whom one speaks to today; the roster turns by itself.</summary>
public sealed class HotlineTests(PortalHost portal)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_roster_knows_who_is_on_duty_and_when_that_changes()
    {
        var hotline = new Hotline { Duty = [new() { From = Today.AddDays(-2), To = Today, Name = "A" }, new() { From = Today.AddDays(2), To = Today.AddDays(3), Name = "B" }] };

        Assert.Equal("A", hotline.OnDuty(Today)!.Name);
        Assert.Null(hotline.OnDuty(Today.AddDays(1)));
        Assert.Equal([Today.AddDays(1), Today.AddDays(2), Today.AddDays(4), null], new[] { 0, 1, 2, 9 }.Select(days => hotline.NextDuty(Today.AddDays(days))));
        Assert.Empty(hotline.Problems());
        Assert.Equal(2, new Hotline { Duty = [new() { From = Today, To = Today.AddDays(-1) }] }.Problems().Count());
    }

    [Fact]
    public async Task Both_lists_say_who_is_on_duty_today_where_it_is_and_where_to_write()
    {
        var today = VietnamTime.Day(DateTimeOffset.UtcNow);
        await portal.Publish(new Hotline
        {
            Phone = "0225 111 2299",
            Hours = "Cả ngày",
            Need = HotlineNeed.Procedures,
            Address = "Số 1 đường Thử",
            Email = "truc.thu@example.vn",
            Duty = [new() { From = today.AddDays(-9), To = today.AddDays(-3), Name = "Người Hôm Trước" }, new() { From = today.AddDays(-1), To = today.AddDays(1), Name = "Người Trực Thử", Phone = "0225 111 2200" }],
        }, "Đường dây trực thử");

        foreach (var place in new[] { "/duong-day-nong", "/duong-day-nong/van-ban" })
        {
            var text = await (await portal.Browser().Get(place)).Text();
            Assert.All(new[] { "Đang trực: Người Trực Thử", "842251112200", "Số 1 đường Thử", "mailto:truc.thu@example.vn" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
            Assert.DoesNotContain("Người Hôm Trước", text, StringComparison.Ordinal);
        }
    }
}
