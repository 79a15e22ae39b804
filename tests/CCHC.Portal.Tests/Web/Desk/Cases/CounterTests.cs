using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>What is said at the counter becomes a case with its channel and writer, and a receipt to take home.</summary>
public sealed class CounterTests(PortalHost portal)
{
    [Theory]
    [InlineData("Counter")]
    [InlineData("Phone")]
    [InlineData("Post")]
    [InlineData("Assisted")]
    public async Task A_walk_in_is_written_down_and_takes_the_codes_home(string channel)
    {
        var officer = await portal.Browser().SignIn("canbo.mc");
        var said = Sentence();

        var done = await (await officer.Follow(await officer.Send("/quan-tri/tiep-nhan", [.. Whole(said).Where(one => one.Name != "Channel"), ("Channel", channel)]))).Read();

        var code = done.QuerySelector(".done .code-box b")!.TextContent;
        var kept = await portal.Kept(code);
        Assert.Equal((said, channel, await portal.PersonCalled("canbo.mc"), false), (kept.Message, kept.Channel.ToString(), kept.EnteredBy!.Value, kept.NeedsHumanCheck));
        Assert.Equal("", done.QuerySelector("[id='Form.Message']")!.TextContent.Trim());   // the next form is ready
        Assert.True(done.QuerySelector("[id='Form.Message']")!.HasAttribute("autofocus"));
        var secret = done.QuerySelector(".done .secret b")!.TextContent;
        foreach (var paper in new[] { "a5", "80" })
        {
            var slip = (await (await officer.Get("/quan-tri/tiep-nhan/bien-nhan?kho=" + paper)).Read()).QuerySelector("article.slip")!;
            Assert.Contains(code, slip.TextContent, StringComparison.Ordinal);
            Assert.Contains(secret, slip.TextContent, StringComparison.Ordinal);
            Assert.NotNull(slip.QuerySelector("svg.qr"));
        }
        var citizen = portal.Browser();
        var tracked = await citizen.Send("/phan-anh/tra-cuu", ("Code", code), ("Secret", secret));
        Assert.Equal(HttpStatusCode.Redirect, tracked.StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost()
    {
        var officer = await portal.Browser().SignIn("canbo.mc");

        var refused = await officer.Send("/quan-tri/tiep-nhan", [.. Whole("Lời người gửi giữ nguyên").Where(one => one.Name is not ("Form.Field" or "Form.Agreed"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.NotNull(page.QuerySelector(".esum a[href='#Form.Field']"));
        Assert.NotNull(page.QuerySelector(".esum a[href='#Form.Agreed']"));
        Assert.Contains("Lời người gửi giữ nguyên", page.QuerySelector("[id='Form.Message']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_saved_twice_is_one_case()
    {
        var officer = await portal.Browser().SignIn("canbo.mc");
        var (form, said) = (await (await officer.Get("/quan-tri/tiep-nhan")).Read(), Sentence());

        await officer.Send("/quan-tri/tiep-nhan", form, Whole(said));
        await officer.Send("/quan-tri/tiep-nhan", form, Whole(said));

        Assert.Equal(1, await portal.Inside((_, db) => db.Feedback.CountAsync(feedback => feedback.Message == said)));
    }

    [Fact]
    public async Task What_reads_like_a_denunciation_goes_to_the_sealed_store_from_the_counter_too()
    {
        var officer = await portal.Browser().SignIn("canbo.mc");
        var said = "Tôi tố cáo cán bộ địa chính nhận tiền hối lộ để cấp sổ đỏ. " + Sentence();

        var done = await (await officer.Follow(await officer.Send("/quan-tri/tiep-nhan", Whole(said)))).Read();

        Assert.Contains("kho kín", done.QuerySelector(".done h2")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.Inside((_, db) => db.Feedback.AnyAsync(feedback => feedback.Message == said)));
    }

    [Fact]
    public async Task Who_takes_nothing_in_has_no_door()
    {
        Assert.NotEqual(HttpStatusCode.OK, (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/tiep-nhan")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.Browser().SignIn("canbo.kt")).Get("/quan-tri/tiep-nhan/bien-nhan")).StatusCode);
    }

    [Fact]
    public void A_code_is_read_aloud_letter_by_letter() => Assert.Equal("pê, a; bảy, ca, bốn, mờ; chín, ích, tê, rờ", SpokenCode.Of("PA-7K4M-9XTR"));

    private static (string Name, string Value)[] Whole(string said) =>
        [("Channel", "Counter"), ("Form.Message", said), ("Form.Kind", "Report"), ("Form.Field", "Environment"), ("Form.Place", "Bến Bèo"), ("Form.Name", "Nguyễn Thị Lan"), ("Form.Phone", "0912 345 678"), ("Form.Agreed", "true")];

    private static string Sentence() => $"Rác đọng ở bến ba ngày nay, mong dọn giúp ({Guid.CreateVersion7():n}).";
}
