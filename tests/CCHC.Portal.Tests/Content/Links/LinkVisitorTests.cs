using CCHC.Portal.Content.Links;

namespace CCHC.Portal.Tests.Content.Links;

public sealed class LinkVisitorTests : IDisposable
{
    private readonly OtherSide other = new();
    private readonly LinkVisitor visitor = new(new LinkSettings { OwnNetwork = true, Patience = 2, Pause = 0 });

    [Theory]
    [InlineData("/tot", LinkOutcome.Works, 200)]
    [InlineData("/chi-get", LinkOutcome.Works, 200)]
    [InlineData("/cua-rieng", LinkOutcome.Works, 403)]
    [InlineData("/dan-den", LinkOutcome.Works, 200)]
    [InlineData("/khong-co", LinkOutcome.Broken, 404)]
    [InlineData("/loi", LinkOutcome.Broken, 503)]
    [InlineData("/vong", LinkOutcome.Broken, 310)]
    [InlineData("/cham", LinkOutcome.Broken, null)]
    public async Task A_link_is_judged_by_what_is_answered(string path, LinkOutcome outcome, int? status)
    {
        var answer = await visitor.Visit(other.Address + path, TestContext.Current.CancellationToken);

        Assert.Equal((outcome, status), (answer.Outcome, answer.Status));
        Assert.Equal(outcome == LinkOutcome.Broken, answer.Reason != "");
    }

    [Fact]
    public async Task Our_own_network_is_never_visited_not_by_name_either()
    {
        using var careful = new LinkVisitor(new LinkSettings());
        foreach (var address in new[] { "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest", "http://0.0.0.0/", "http://2130706433/", other.Address + "/tot", "ftp://a.vn/", "file:///etc/passwd", "http://u:p@a.vn/" })
        {
            Assert.Equal(LinkOutcome.Skipped, (await careful.Visit(address, TestContext.Current.CancellationToken)).Outcome);
        }
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task A_name_nobody_has_is_broken()
    {
        using var careful = new LinkVisitor(new LinkSettings { Patience = 5 });

        Assert.Equal(LinkOutcome.Broken, (await careful.Visit("http://khong-co-ten-nay.invalid/", TestContext.Current.CancellationToken)).Outcome);
    }

    public void Dispose()
    {
        visitor.Dispose();
        other.Dispose();
    }
}
