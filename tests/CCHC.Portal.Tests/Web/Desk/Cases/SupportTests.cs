using System.Net;
using CCHC.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>A unit that helps reads the case and gives its part by its day; the lead sees who is late and answers alone.</summary>
public sealed class SupportTests(PortalHost portal)
{
    [Fact]
    public async Task A_helping_unit_finds_the_case_gives_its_part_and_handles_nothing_else()
    {
        var code = await portal.Case("KT");
        var (lead, helper) = (await portal.Browser().SignIn("canbo.kt"), await portal.Browser().SignIn("canbo.vp"));
        Assert.Equal(HttpStatusCode.NotFound, (await helper.Get("/quan-tri/phan-anh/" + code)).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.Send($"/quan-tri/phan-anh/{code}/phoi-hop", ("UnitCode", "VP"), ("Due", "2020-01-01"), ("Text", "Cho biết hồ sơ"))).StatusCode);
        var day = DateTimeOffset.UtcNow.AddDays(4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.Send($"/quan-tri/phan-anh/{code}/phoi-hop", ("UnitCode", "VP"), ("Due", day), ("Text", "Cho biết ngày tiếp nhận hồ sơ"))).StatusCode);

        Assert.Contains(code, (await (await helper.Get("/quan-tri/phan-anh?hang=phoi-hop")).Read()).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(code, (await (await helper.Get("/quan-tri/phan-anh")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var door in new[] { "tra-loi", "hoi-them", "chuyen-don-vi", "ghi-chu", "phoi-hop" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await helper.Get($"/quan-tri/phan-anh/{code}/{door}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await helper.Send($"/quan-tri/phan-anh/{code}/gop-phan", ("Text", "Hồ sơ nhận ngày 02/11."))).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await helper.Get($"/quan-tri/phan-anh/{code}/gop-phan")).StatusCode);
        Assert.Contains("Hồ sơ nhận ngày 02/11.", (await (await lead.Get("/quan-tri/phan-anh/" + code)).Read()).QuerySelector(".ed-side")!.TextContent, StringComparison.Ordinal);
        Assert.All((await portal.Kept(code)).Events.Where(happened => happened.Kind is CaseEventKind.SupportAsked or CaseEventKind.Contributed), happened => Assert.False(happened.IsPublic));
    }

    [Fact]
    public async Task The_lead_sees_who_is_late()
    {
        var code = await portal.Case("KT", feedback => feedback.AskSupport(portal.Site.UnitByCode("VP")!.Id, new DateOnly(2026, 1, 5), "Xem giúp", null, DateTimeOffset.UtcNow));

        var page = await (await (await portal.Browser().SignIn("canbo.kt")).Get("/quan-tri/phan-anh/" + code)).Read();

        Assert.Contains("Chậm, hẹn 05/01/2026", page.QuerySelector(".ed-side")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outside_body_is_suggested_from_the_text()
    {
        var code = await portal.Case("KT", message: "Nhà tôi mất điện từ tối qua đến giờ, gọi điện lực không ai sửa.");

        var page = await (await (await portal.Browser().SignIn("canbo.kt")).Get($"/quan-tri/phan-anh/{code}/chuyen-ngoai")).Read();

        Assert.Equal("X-DIEN", page.QuerySelector("input[name=UnitCode][checked]")!.GetAttribute("value"));
    }
}
