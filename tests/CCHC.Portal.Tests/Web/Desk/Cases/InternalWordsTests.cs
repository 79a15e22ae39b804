using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.History;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>What colleagues write to each other about a case stands in no public address, feed, export or mail.</summary>
public sealed class InternalWordsTests(PortalHost portal)
{
    [Fact]
    public async Task A_mark_in_every_internal_field_is_found_nowhere_in_public()
    {
        var mark = "bimat" + Guid.CreateVersion7().ToString("n")[^10..];
        var officer = await portal.PersonCalled("canbo.vp");
        var (code, secret) = await Sent();
        await portal.Inside(async (_, db) =>
        {
            var feedback = await db.Feedback.Include(f => f.Supporting).SingleAsync(f => f.ReferenceCode == code);
            var (now, unit) = (DateTimeOffset.UtcNow, portal.Site.UnitByCode("VP")!.Id);
            feedback.Forward(unit, "Việc của Văn phòng.", officer, now, Given.Terms(portal.Site));
            feedback.Entrust(officer, mark + " phân công", officer, now);
            feedback.Note(mark + " ghi chú", officer, now);
            feedback.AskExtension(2, mark + " xin gia hạn", officer, now);
            feedback.RefuseExtension(mark + " không gia hạn", officer, now);
            var part = feedback.AskSupport(portal.Site.UnitByCode("VHXH")!.Id, null, mark + " phối hợp", officer, now)!;
            feedback.Contribute(part, mark + " góp phần", officer, now);
            var proposed = ProposedAnswer.HandIn(feedback, mark + " thư nháp", officer, now);
            proposed.Return(feedback, mark + " trả lại", Guid.CreateVersion7(), now);
            db.ProposedAnswers.Add(proposed);
            return await db.SaveChangesAsync();
        });
        var citizen = portal.Browser();
        await citizen.Send("/phan-anh/tra-cuu", ("Code", code), ("Secret", secret));

        var tracked = await citizen.Get("/phan-anh/theo-doi");
        Assert.Contains(code, await tracked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var looked = 0;
        foreach (var address in PublicAddresses(code).Concat((await portal.Places()).Select(place => place.PathAndQuery)).Distinct())
        {
            var answer = await citizen.Get(address);
            Assert.False((await answer.Content.ReadAsStringAsync()).Contains(mark, StringComparison.Ordinal), $"{address} shows an internal word");
            looked += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }
        Assert.Empty((await (await citizen.Get("/tim-kiem?q=" + mark)).Read()).QuerySelectorAll(".result"));
        Assert.True(looked > 300, $"only {looked} public addresses answered");
        var mails = (await portal.Inside((_, db) => db.Set<CCHC.Portal.Channels.OutboxMessage>().AsNoTracking().ToListAsync())).ConvertAll(message => message.Read<CCHC.Portal.Channels.Mail>(portal.Services.GetRequiredService<CCHC.Portal.Storage.Vault>())?.ToString() ?? "");
        Assert.DoesNotContain(mails, payload => payload.Contains(mark, StringComparison.Ordinal));
        Assert.All((await portal.Kept(code)).Events.Where(happened => happened.Text.Contains(mark, StringComparison.Ordinal)), happened => Assert.False(happened.IsPublic));
        Assert.True((await portal.Kept(code)).Events.Count(happened => happened.Text.Contains(mark, StringComparison.Ordinal)) >= 8);
    }

    [Fact]
    public async Task The_history_of_a_case_leaves_as_a_file_that_the_check_page_knows()
    {
        var code = await portal.Case("VP");
        var officer = await portal.Browser().SignIn("canbo.vp");
        await officer.Send($"/quan-tri/phan-anh/{code}/ghi-chu", ("Text", "Đã gọi điện."));

        var json = await (await officer.Send($"/quan-tri/phan-anh/{code}/tai-lich-su", ("Password", CCHC.Portal.Operations.DemoPeople.Password))).Content.ReadAsStringAsync();

        Assert.Contains("nguyên vẹn", await Checked(officer, json), StringComparison.Ordinal);
        Assert.Contains("Sự kiện số 3 đã bị sửa", await Checked(officer, json.Replace("Đã gọi điện.", "Chưa gọi điện.", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("không phải lịch sử", await Checked(officer, "{\"a\":1}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("canbo.kt")).Get($"/quan-tri/phan-anh/{code}/tai-lich-su")).StatusCode);
    }

    private static async Task<string> Checked(Browser officer, string json) =>
        (await (await officer.SendFiles("/quan-tri/phan-anh/kiem-lich-su", "File", [("lich-su.json", System.Text.Encoding.UTF8.GetBytes(json))])).Read()).QuerySelector("main")!.TextContent;

    private Task<(string Code, string Secret)> Sent() => portal.Inside(async (services, _) =>
    {
        var receipt = await services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(email: "nguoi.gui@vidu.example"), CancellationToken.None);
        return (receipt.ReferenceCode, receipt.Secret);
    });

    // Every address that can be opened without signing in, with the code where a value is wanted.
    private IEnumerable<string> PublicAddresses(string code) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.StartsWith("/Desk/", StringComparison.Ordinal) != true && !endpoint.RoutePattern.RawText!.Contains("dist", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : code)))))
            .Append("/sitemap.xml").Order(StringComparer.Ordinal);
}
