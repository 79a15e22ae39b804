using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Forty people write about one ferry queue: one answer, forty senders told.</summary>
public sealed class MergeTests(PortalHost portal)
{
    private const int Senders = 40;

    [Fact]
    public async Task Forty_cases_of_one_matter_are_proposed_merged_and_each_sender_is_told()
    {
        var mark = Guid.CreateVersion7().ToString("n")[^8..];
        var codes = new List<string>();
        for (var number = 0; number < Senders; number++)
        {
            codes.Add(await portal.Case("VP", message: $"Bến phà {mark} xếp hàng dài, không ai điều tiết xe cộ, người thứ {number}.", place: $"bến phà {mark}", email: $"nguoi{number}@{mark}.example", field: FeedbackField.Transport));
        }
        var officer = await portal.Browser().SignIn("canbo.vp");
        var page = await (await officer.Get($"/quan-tri/phan-anh/{codes[3]}/gop")).Read();
        Assert.Equal(Senders - 1, page.QuerySelectorAll("main input[name=ma][checked]").Length);
        Assert.Contains("cùng nơi", page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);

        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var chosen = codes.Where(code => code != codes[3]).Select(code => ("ma", code));
        var merged = await officer.Post($"/quan-tri/phan-anh/{codes[3]}/gop", [("__RequestVerificationToken", token), ("Version", "0"), ("Do", "merge"), .. chosen]);

        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var lead = merged.Headers.Location!.ToString().Split('/')[^1];
        var inbox = await (await officer.Get("/quan-tri/phan-anh?q=" + mark)).Read();
        Assert.Contains($"{Senders} người gửi", Assert.Single(inbox.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);

        var preview = await (await officer.Send($"/quan-tri/phan-anh/{lead}/tra-loi", ("Checked", "Đã ra bến xem sáng nay."), ("Conclusion", "Phản ánh đúng, thiếu người điều tiết."), ("NextStep", "Cử hai người trực mỗi ca."), ("By", "2026-11-30"), ("Contact", "Văn phòng, đọc mã theo dõi."))).Read();
        await officer.Send($"/quan-tri/phan-anh/{lead}/tra-loi", preview, ("Do", "send"));

        var kept = await portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).Where(f => codes.Contains(f.ReferenceCode)).ToListAsync());
        Assert.Equal(Senders, kept.Count);
        Assert.All(kept, one => Assert.Equal(FeedbackState.Answered, one.State));
        Assert.All(kept, one => Assert.DoesNotContain("Nguyễn", one.Events.Single(happened => happened.Kind == CaseEventKind.Answered).Text, StringComparison.Ordinal));
        var mails = (await portal.Inside((_, db) => db.Outbox.AsNoTracking().ToListAsync())).ConvertAll(message => message.Read<CCHC.Portal.Channels.Mail>(portal.Services.GetRequiredService<CCHC.Portal.Storage.Vault>())?.ToString() ?? "");
        Assert.All(Enumerable.Range(0, Senders), number => Assert.Single(mails, body => body.Contains($"nguoi{number}@{mark}.example", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_case_merged_by_mistake_is_taken_out_and_not_answered_with_the_rest()
    {
        var (one, other) = (await Alone("VP"), await Alone("VP"));
        var officer = await portal.Browser().SignIn("canbo.vp");
        var lead = (await officer.Send($"/quan-tri/phan-anh/{one}/gop", ("More", other), ("Do", "merge"))).Headers.Location!.ToString().Split('/')[^1];
        var follower = lead == one ? other : one;
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Get($"/quan-tri/phan-anh/{follower}/tra-loi")).StatusCode);

        await officer.Send($"/quan-tri/phan-anh/{follower}/tach", ("Text", "Khác nơi xảy ra."));

        Assert.Null((await portal.Kept(follower)).MergedIntoId);
        Assert.Contains((await portal.Kept(follower)).Events, happened => happened is { Kind: CaseEventKind.Unmerged, IsPublic: true });
    }

    [Theory]
    [InlineData("chuyen-ngoai", "UnitCode", "X-PHA")]
    [InlineData("chuyen-don-vi", "UnitCode", "KT")]
    [InlineData("khong-tiep-nhan", "", "")]
    public async Task A_reason_that_every_sender_of_the_matter_reads_tells_of_none_of_them_unseen(string verb, string field, string value)
    {
        var (one, other) = (await Alone("VP"), await Alone("VP"));
        var officer = await portal.Browser().SignIn("daumoi");
        var lead = (await officer.Send($"/quan-tri/phan-anh/{one}/gop", ("More", other), ("Do", "merge"))).Headers.Location!.ToString().Split('/')[^1];
        const string Reason = "Bà Nguyễn Thị Mai, số 0901 234 567, đã báo rồi.";

        var asked = await officer.Send($"/quan-tri/phan-anh/{lead}/{verb}", ("Text", Reason), (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("0901 234 567", (await asked.Read()).QuerySelector("main #Seen")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{lead}/{verb}", ("Text", "Việc đã có nơi giải quyết."), (field, value))).StatusCode);
        Assert.DoesNotContain((await portal.Kept(lead == one ? other : one)).Events, happened => happened.Text.Contains("0901", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_are_linked_without_being_merged()
    {
        var (one, other) = (await Alone("VP"), await Alone("VP"));
        var officer = await portal.Browser().SignIn("canbo.vp");

        await officer.Send($"/quan-tri/phan-anh/{one}/gop", ("More", other), ("Do", "link"));

        Assert.Null((await portal.Kept(one)).MergedIntoId);
        Assert.Contains(one, (await (await officer.Get("/quan-tri/phan-anh/" + other)).Read()).QuerySelector(".ed-side")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_may_not_handle_is_not_merged()
    {
        var (one, theirs) = (await Alone("VP"), await Alone("KT"));
        var officer = await portal.Browser().SignIn("canbo.vp");

        var refused = await officer.Send($"/quan-tri/phan-anh/{one}/gop", ("More", theirs), ("Do", "merge"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null((await portal.Kept(theirs)).MergedIntoId);
    }

    // Like no other: what is proposed is ticked already, and would be merged along.
    private Task<string> Alone(string unit) => portal.Case(unit, message: Guid.CreateVersion7().ToString("n"));
}
