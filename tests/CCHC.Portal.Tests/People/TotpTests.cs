using System.Text;
using CCHC.Portal.People;

namespace CCHC.Portal.Tests.People;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code)
    {
        Assert.Equal(second / 30, Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(second)));
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool isTaken)
    {
        Assert.Equal(isTaken, Totp.StepOf(Key, "081804", DateTimeOffset.FromUnixTimeSeconds(1111111095 + seconds)) is not null);
    }

    [Theory]
    [InlineData("287 082", true)]
    [InlineData("28708", false)]
    [InlineData("2870822", false)]
    [InlineData("", false)]
    public void Blanks_are_forgiven_and_nothing_else(string typed, bool isTaken)
    {
        Assert.Equal(isTaken, Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)) is not null);
    }

    [Fact]
    public void The_key_is_written_as_apps_read_it()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Typed(Key));
    }
}
