using System.Net;
using CCHC.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>An extension over HTTP: asked by the officer, granted by the head, read by the citizen.</summary>
public sealed class ExtensionTests(PortalHost portal)
{
    [Fact]
    public async Task The_officer_asks_the_head_grants_and_the_case_has_a_later_day()
    {
        var code = await Case();
        var officer = await portal.Browser().SignIn("canbo.kt");
        var due = (await Kept(code)).DueAt!.Value;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{code}/xin-gia-han", ("Days", ""), ("Text", "Chờ đo đạc"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{code}/xin-gia-han", ("Days", "3"), ("Text", "Chờ đo đạc"))).StatusCode);
        Assert.Equal(due, (await Kept(code)).DueAt);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Get($"/quan-tri/phan-anh/{code}/duyet-gia-han")).StatusCode);

        var head = await portal.Browser().SignIn("truongphong.kt");
        Assert.Contains(code, (await (await head.Get("/quan-tri/gia-han")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send($"/quan-tri/phan-anh/{code}/duyet-gia-han", ("Do", "grant"))).StatusCode);

        var kept = await Kept(code);
        Assert.Equal(portal.Site.Calendar.After(due, 3), kept.DueAt);
        Assert.Contains(kept.Events, happened => happened is { Kind: CaseEventKind.Extended, IsPublic: true } && happened.Text.Contains("Chờ đo đạc", StringComparison.Ordinal));
        Assert.Contains("Mỗi vụ việc chỉ được gia hạn 1 lần", (await (await officer.Get($"/quan-tri/phan-anh/{code}/xin-gia-han")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã gia hạn", (await (await officer.Get($"/quan-tri/phan-anh/{code}")).Read()).QuerySelector(".sla")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_words_and_moves_nothing_and_another_units_head_sees_nothing()
    {
        var code = await Case();
        await (await portal.Browser().SignIn("canbo.kt")).Send($"/quan-tri/phan-anh/{code}/xin-gia-han", ("Days", "2"), ("Text", "Xin thêm"));
        var due = (await Kept(code)).DueAt;
        var head = await portal.Browser().SignIn("truongphong.kt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send($"/quan-tri/phan-anh/{code}/duyet-gia-han", ("Do", "refuse"), ("Text", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send($"/quan-tri/phan-anh/{code}/duyet-gia-han", ("Do", "refuse"), ("Text", "Làm kịp được"))).StatusCode);

        Assert.Equal(due, (await Kept(code)).DueAt);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/quan-tri/phan-anh/{code}/duyet-gia-han")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await (await portal.Browser().SignIn("canbo.vp")).Get($"/quan-tri/phan-anh/{code}/xin-gia-han")).StatusCode);
    }

    [Fact]
    public async Task A_case_handed_over_is_taken_back_and_goes_on()
    {
        var code = await Case();
        var officer = await portal.Browser().SignIn("canbo.kt");
        await officer.Send($"/quan-tri/phan-anh/{code}/chuyen-ngoai", ("UnitCode", "X-PHA"), ("Text", "Việc của bến phà"));
        Assert.Equal(FeedbackState.Forwarded, (await Kept(code)).State);

        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{code}/nhan-lai", ("Text", "Bến phà trả lại"))).StatusCode);

        var kept = await Kept(code);
        Assert.Equal(FeedbackState.Assigned, kept.State);
        Assert.Null(kept.PausedOn);
    }

    [Fact]
    public async Task A_missed_promise_is_neither_asked_to_be_extended_nor_extended_when_it_was_asked_before()
    {
        var (missed, asked) = (await Case(daysAgo: 40), await Case(daysAgo: 40));
        await portal.Inside(async (_, db) =>
        {
            var feedback = await db.Feedback.SingleAsync(feedback => feedback.ReferenceCode == asked);
            db.Extensions.Add(Extension.Ask(feedback, 5, "Chờ đo đạc", Guid.CreateVersion7(), feedback.ReceivedAt.AddDays(2)));
            return await db.SaveChangesAsync();
        });
        var officer = await portal.Browser().SignIn("canbo.kt");
        var page = await (await officer.Get($"/quan-tri/phan-anh/{missed}/xin-gia-han")).Read();
        Assert.Contains("không gia hạn được nữa", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));

        var head = await portal.Browser().SignIn("truongphong.kt");
        var refused = await head.Send($"/quan-tri/phan-anh/{asked}/duyet-gia-han", ("Do", "grant"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("đã qua", (await refused.Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send($"/quan-tri/phan-anh/{asked}/duyet-gia-han", ("Do", "refuse"), ("Text", "Hạn đã qua"))).StatusCode);

        Assert.DoesNotContain((await Kept(asked)).Clocks, clock => clock.Kind == ClockKind.Extended);
    }

    private async Task<string> Case(int daysAgo = 0)
    {
        var letters = System.Security.Cryptography.RandomNumberGenerator.GetString("34679ACDEFGHJKMNPRTWXY", 8);
        var now = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        var feedback = new Feedback { ReferenceCode = $"PA-{letters[..4]}-{letters[4..]}", SecretHash = [1], IdempotencyKey = letters, Message = "Hồ sơ đất chậm.", ReceivedAt = now };
        var deadlines = new Deadlines(new CasesSettings());
        feedback.Receive(FeedbackKind.Report, FeedbackField.Land, portal.Site.UnitByCode("KT")!.Id, deadlines.For(portal.Site, FeedbackKind.Report, now));
        feedback.StartClocks(deadlines.TermsOf(portal.Site));
        await portal.Inside((_, db) =>
        {
            db.Feedback.Add(feedback);
            return db.SaveChangesAsync();
        });
        return feedback.ReferenceCode;
    }

    private Task<Feedback> Kept(string code) => portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code));
}
