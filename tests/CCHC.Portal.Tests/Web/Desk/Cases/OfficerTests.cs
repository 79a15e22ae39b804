using System.Net;
using CCHC.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>An officer sees the cases of the unit, and only those, and what they do reaches the citizen.</summary>
public sealed class OfficerTests(PortalHost portal)
{
    [Fact]
    public async Task An_officer_opens_the_units_case_and_not_anothers()
    {
        var (ours, theirs) = (await Case("KT"), await Case("VP"));
        var officer = await portal.Browser().SignIn("canbo.kt");

        Assert.Equal(HttpStatusCode.OK, (await officer.Get("/quan-tri/phan-anh/" + ours)).StatusCode);
        foreach (var door in new[] { "", "/tra-loi", "/hoi-them", "/ghi-chu", "/chuyen-don-vi" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"/quan-tri/phan-anh/{theirs}{door}")).StatusCode);
        }
        var found = await (await officer.Get("/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + theirs)).Read();
        Assert.DoesNotContain(theirs, found.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_at_once_the_second_is_told_and_keeps_the_words()
    {
        var code = await Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");
        var page = await (await officer.Get($"/quan-tri/phan-anh/{code}/tra-loi")).Read();
        await officer.Send($"/quan-tri/phan-anh/{code}/hoi-them", ("Text", "Bạn cho biết số biên nhận?"));

        var late = await officer.Send($"/quan-tri/phan-anh/{code}/tra-loi", page, ("Checked", "Lời trả lời viết từ trước"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Lời trả lời viết từ trước", (await late.Read()).QuerySelector("textarea[name=Checked]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_forwarded_with_a_reason_and_leaves_the_queue()
    {
        var code = await Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{code}/chuyen-don-vi", ("UnitCode", "VP"), ("Text", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{code}/chuyen-don-vi", ("UnitCode", "VP"), ("Text", "Việc hộ tịch, thuộc Văn phòng"))).StatusCode);

        Assert.Equal(portal.Site.UnitByCode("VP")!.Id, (await Kept(code)).UnitId);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/quan-tri/phan-anh/" + code)).StatusCode);
    }

    [Fact]
    public async Task A_case_is_classified_and_what_was_suggested_is_kept_for_colleagues_only()
    {
        var code = await Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");
        Assert.Contains("Máy gợi ý từ nội dung", (await (await officer.Get("/quan-tri/phan-anh/" + code)).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{code}/phan-loai", ("Kind", "Denunciation"), ("Field", "Land"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{code}/phan-loai", ("Kind", "Question"), ("Field", "Construction"))).StatusCode);

        var kept = await Kept(code);
        Assert.Equal((FeedbackKind.Question, FeedbackField.Construction), (kept.Kind, kept.Field));
        Assert.Contains(kept.Events, happened => happened is { Kind: CaseEventKind.Classified, IsPublic: false } && happened.Text.Contains("Máy gợi ý", StringComparison.Ordinal));
    }

    private async Task<string> Case(string unit)
    {
        var feedback = Given.Feedback(code: $"PA-{Letters()}-{Letters()}", unit: portal.Site.UnitByCode(unit)!.Id);
        await portal.Inside((_, db) =>
        {
            db.Feedback.Add(feedback);
            return db.SaveChangesAsync();
        });
        return feedback.ReferenceCode;
    }

    private Task<Feedback> Kept(string code) => portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code));

    private static string Letters() => System.Security.Cryptography.RandomNumberGenerator.GetString("34679ACDEFGHJKMNPRTWXY", 4);
}
