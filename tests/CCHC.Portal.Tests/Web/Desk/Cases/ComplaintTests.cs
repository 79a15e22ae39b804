using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Khiếu nại wait apart, with their own days, and nothing of them is ever before the public.</summary>
public sealed class ComplaintTests : IAsyncLifetime
{
    private const string Marker = "KHIEUNAIMARKER5", List = "/quan-tri/phan-anh";
    private static readonly Guid Officer = Guid.CreateVersion7();

    private readonly PortalHost portal = PortalHost.With();
    private (string Code, string Secret) own;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        var citizen = portal.Browser();
        var receipt = await (await citizen.Follow(await citizen.Send("/phan-anh/gui", ("Step", "3"), ("Go", "send"), ("Form.Kind", "AdministrativeComplaint"), ("Form.Field", "Land"), ("Form.Message", Marker + " không đồng ý quyết định thu hồi"), ("A.ngay-nhan-quyet-dinh", "01/01/2025"), ("Form.MayPublish", "true"), ("Form.Agreed", "true")))).Read();
        var codes = receipt.QuerySelectorAll(".code-box b").Select(box => box.TextContent).ToList();
        own = (codes[0], codes[1]);
        await Change(feedback => feedback.Forward(portal.Site.UnitByCode("VP")!.Id, "Tiếp công dân hướng dẫn.", Officer, feedback.ReceivedAt.AddMinutes(5), Given.Terms(portal.Site)), when: feedback => feedback.UnitId is null);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task They_stand_in_a_queue_of_their_own_and_in_none_of_the_ordinary_ones()
    {
        var intake = await portal.Browser().SignIn("daumoi");
        var home = await (await intake.Get("/quan-tri")).Read();
        var ordinary = await (await intake.Get(List)).Read();
        var apart = await (await intake.Get(List + "?hang=khieu-nai")).Read();

        Assert.Equal("1", home.QuerySelector(".kpi a[href$='hang=khieu-nai'] b")!.TextContent);
        Assert.DoesNotContain(own.Code, ordinary.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(own.Code, apart.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đếm riêng", apart.QuerySelector("p.flash")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(own.Code, (await (await (await portal.Browser().SignIn("canbo.vp")).Get(List + "?hang=khieu-nai")).Read()).Body!.TextContent, StringComparison.Ordinal);
        var elsewhere = await (await (await portal.Browser().SignIn("canbo.kt")).Get(List)).Read();
        Assert.Null(elsewhere.QuerySelector("a[href$='hang=khieu-nai']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("canbo.kt")).Get($"{List}/{own.Code}")).StatusCode);
    }

    [Fact]
    public async Task Officer_and_sender_read_until_when_it_may_be_lodged_and_that_this_is_not_it()
    {
        var desk = await (await (await portal.Browser().SignIn("canbo.vp")).Get($"{List}/{own.Code}")).Read();
        var citizen = portal.Browser();
        var tracked = await (await citizen.Follow(await citizen.Send("/phan-anh/tra-cuu", ("Code", own.Code), ("Secret", own.Secret)))).Read();

        Assert.Contains("01/04/2025", desk.Body!.TextContent, StringComparison.Ordinal);   // 90 days of the calendar
        Assert.Contains("01/04/2025", tracked.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tracked.QuerySelector(".notice-box.warn a[href$='/phan-anh/khieu-nai']"));
        Assert.Null(tracked.QuerySelector("a[href$='/theo-doi/cong-khai']"));
    }

    [Fact]
    public async Task Answered_and_with_every_box_ticked_it_is_refused_by_every_verb_that_publishes()
    {
        Assert.False((await portal.Kept(own.Code)).MayPublish);   // whatever was ticked
        await Answered();
        var officer = await portal.Browser().SignIn("canbo.vp");
        var propose = $"{List}/{own.Code}/de-nghi-cong-khai";

        var page = await (await officer.Get(propose)).Read();
        Assert.Contains("không bao giờ được công khai", page.QuerySelector(".flash.wa")!.TextContent, StringComparison.Ordinal);
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = (await portal.Kept(own.Code)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEqual(HttpStatusCode.Redirect, (await officer.Post(propose, ("__RequestVerificationToken", token), ("Version", version), ("Heading", "Công khai"), ("Go", "send"))).StatusCode);
        Assert.Equal(0, await portal.Inside((_, db) => db.PublicAnswers.CountAsync()));

        var kept = await portal.Kept(own.Code);
        Assert.Throws<InvalidOperationException>(() => PublicAnswer.Propose(kept, "Công khai", "Hỏi", "Đáp", Officer, kept.AnsweredAt!.Value));
        var citizen = portal.Browser();
        await citizen.Follow(await citizen.Send("/phan-anh/tra-cuu", ("Code", own.Code), ("Secret", own.Secret)));
        Assert.Equal(HttpStatusCode.Redirect, (await citizen.Get("/phan-anh/theo-doi/cong-khai")).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_it_is_on_any_public_page_feed_search_or_open_data_nor_in_their_numbers()
    {
        var before = await Numbers();
        await Answered();
        var stranger = portal.Browser();
        var addresses = Doors().Concat(["/tim-kiem?q=" + Marker, "/phan-anh/cong-khai?q=" + Marker, "/hoi-dap?q=" + Marker, "/en/tim-kiem?q=" + Marker]).ToList();
        var found = new List<string>();
        foreach (var address in addresses)
        {
            var text = await (await stranger.Get(address)).Content.ReadAsStringAsync();
            if (text.Contains(own.Code, StringComparison.Ordinal) || text.Replace("q=" + Marker, "", StringComparison.Ordinal).Replace($"\"{Marker}\"", "", StringComparison.Ordinal).Replace($"“{Marker}”", "", StringComparison.Ordinal).Contains("quyết định thu hồi", StringComparison.Ordinal))
            {
                found.Add(address);
            }
        }

        Findings.None(found);
        Assert.True(addresses.Count > 40, $"{addresses.Count} doors");
        Assert.Equal(before, await Numbers());
    }

    // Every page and file of the public that needs nothing but its address.
    private IEnumerable<string> Doors() => portal.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(door => door.RoutePattern.Parameters.Count == 0 && !door.RoutePattern.RawText!.StartsWith("quan-tri", StringComparison.Ordinal) && !door.RoutePattern.RawText.StartsWith("/quan-tri", StringComparison.Ordinal))
        .Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
        .Select(door => "/" + door.RoutePattern.RawText!.TrimStart('/')).Where(address => address is not "/metrics").Distinct();

    private async Task<string> Numbers() => await (await portal.Browser().Get("/phan-anh/cam-ket.json")).Content.ReadAsStringAsync() + await (await portal.Browser().Get("/phan-anh/cam-ket.csv")).Content.ReadAsStringAsync();

    private async Task Answered() => await Change(feedback =>
    {
        feedback.Consent(true, feedback.ReceivedAt.AddMinutes(10));
        feedback.Answer("Đã hướng dẫn nơi gửi đơn.", Officer, feedback.ReceivedAt.AddMinutes(20));
    });

    private Task Change(Action<Feedback> how, Func<Feedback, bool>? when = null) => portal.Inside(async (_, db) =>
    {
        var feedback = await db.Feedback.Include(one => one.Events).SingleAsync(one => one.ReferenceCode == own.Code);
        if (when?.Invoke(feedback) != false)
        {
            how(feedback);
        }
        return await db.SaveChangesAsync();
    });
}
