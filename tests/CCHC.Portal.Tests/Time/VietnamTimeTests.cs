using System.Globalization;
using CCHC.Portal.Time;
using CsCheck;

namespace CCHC.Portal.Tests.Time;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2026-11-24", "Thứ Ba, 24/11/2026")]
    [InlineData("2025-11-12", "Thứ Tư, 12/11/2025")]
    [InlineData("2026-03-01", "Chủ nhật, 01/03/2026")]
    public void A_long_date_begins_with_its_weekday(string day, string text)
    {
        Assert.Equal(text, VietnamTime.LongDate(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(8, 15, "8 giờ 15")]
    [InlineData(8, 0, "8 giờ")]
    [InlineData(17, 5, "17 giờ 05")]
    [InlineData(0, 0, "0 giờ")]
    public void An_hour_is_written_as_it_is_said(int hour, int minute, string text)
    {
        Assert.Equal(text, VietnamTime.Hour(new TimeOnly(hour, minute)));
    }

    [Fact]
    public void A_moment_is_written_in_Viet_Nam_whatever_its_offset()
    {
        var instant = new DateTimeOffset(2025, 11, 11, 20, 15, 0, TimeSpan.FromHours(-5));

        Assert.Equal("8 giờ 15, 12/11/2025", VietnamTime.Moment(instant));
        Assert.Equal("12/11/2025", VietnamTime.ShortDate(instant));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("en-US")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal("12/11/2025", VietnamTime.ShortDate(new DateOnly(2025, 11, 12)));
            Assert.Equal("7 giờ 05", VietnamTime.Hour(new TimeOnly(7, 5)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Day_and_clock_lead_back_to_the_same_instant()
    {
        Gen.Int[0, int.MaxValue].Sample(seconds =>
        {
            var instant = DateTimeOffset.FromUnixTimeSeconds(500_000_000L + seconds);
            return VietnamTime.At(VietnamTime.Day(instant), VietnamTime.Clock(instant)) == instant;
        });
    }
}
