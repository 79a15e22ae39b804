using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using CCHC.Portal.Cases;
using CCHC.Portal.Tests.Web.Public.Cases;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>The officer's queues: numbers that are their lists, work given to somebody by name, one thing done to many.</summary>
public sealed class QueueTests(PortalHost portal)
{
    [Fact]
    public async Task Every_number_over_the_inbox_opens_a_list_of_that_many()
    {
        await portal.Case("KT");
        var head = await portal.Browser().SignIn("truongphong.kt");
        var inbox = await (await head.Get("/quan-tri/phan-anh")).Read();
        var addresses = inbox.QuerySelectorAll("main .tabs a[href*='phan-anh'], main .kpi a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.True(addresses.Count >= 7);
        foreach (var address in addresses)
        {
            // The number as the list itself shows it: other tests add cases between two requests.
            var list = await (await head.Get(address)).Read();
            Assert.Equal(Number(list.QuerySelector($"main a[href='{address}']")!), list.QuerySelector("main .pg .meta") is { } said ? int.Parse(said.TextContent.Split("trong ")[1].Split(' ')[0], CultureInfo.InvariantCulture) : list.QuerySelectorAll("main tbody tr").Length);
        }
    }

    [Fact]
    public async Task A_head_names_an_officer_of_the_unit_who_then_finds_it_among_their_own()
    {
        var code = await portal.Case("KT");
        var officer = await portal.PersonCalled("canbo.kt");
        var head = await portal.Browser().SignIn("truongphong.kt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send($"/quan-tri/phan-anh/{code}/phan-cong", ("Officer", (await portal.PersonCalled("canbo.vp")).ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send($"/quan-tri/phan-anh/{code}/phan-cong", ("Officer", officer.ToString()), ("Text", "Xem giúp trong sáng nay"))).StatusCode);

        var kept = await portal.Kept(code);
        Assert.Equal(officer, kept.OfficerId);
        var named = Assert.Single(kept.Events, happened => happened.Kind == CaseEventKind.Entrusted);
        Assert.Equal((false, officer, "Xem giúp trong sáng nay"), (named.IsPublic, named.ToPersonId, named.Text));
        var mine = await (await (await portal.Browser().SignIn("canbo.kt")).Get("/quan-tri/phan-anh?hang=cua-toi&q=" + code)).Read();
        Assert.Single(mine.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task A_whole_code_finds_its_case_though_it_is_closed_and_of_another_queue_and_never_anothers()
    {
        var own = await portal.OpenedCase(feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), feedback.ReceivedAt.AddDays(1), portal.Site.Calendar));
        var typed = own.Code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        var found = await (await (await portal.Browser().SignIn("canbo.kt")).Get("/quan-tri/phan-anh?q=" + Uri.EscapeDataString(typed))).Read();
        Assert.Contains(own.Code, Assert.Single(found.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);

        var theirs = await (await (await portal.Browser().SignIn("canbo.vp")).Get("/quan-tri/phan-anh?q=" + own.Code)).Read();
        Assert.Empty(theirs.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Who_shares_no_work_out_has_no_door_to_it()
    {
        var code = await portal.Case("KT");
        var officer = await portal.Browser().SignIn("canbo.kt");

        Assert.NotEqual(HttpStatusCode.OK, (await officer.Get($"/quan-tri/phan-anh/{code}/phan-cong")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Get("/quan-tri/phan-anh/khoi-luong")).StatusCode);
    }

    [Fact]
    public async Task The_workload_counts_what_its_links_show()
    {
        var officer = await portal.PersonCalled("canbo.kt");
        await portal.Case("KT", feedback => feedback.Take(officer, DateTimeOffset.UtcNow));
        var head = await portal.Browser().SignIn("truongphong.kt");

        var load = await (await head.Get("/quan-tri/phan-anh/khoi-luong")).Read();
        var link = load.QuerySelectorAll("main tr").Single(row => row.QuerySelector("th")!.TextContent.StartsWith("Cán bộ Phòng Kinh tế", StringComparison.Ordinal)).QuerySelector("td a")!;

        var list = await (await head.Get(link.GetAttribute("href")!)).Read();
        Assert.Contains($"trong {link.TextContent} ", list.QuerySelector("main .pg .meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_action_shows_what_it_would_do_and_does_exactly_that()
    {
        var (open, done, theirs) = (await portal.Case("KT"), await portal.Case("KT", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow, Given.Terms().Calendar)), await portal.Case("VP"));
        var officer = await portal.PersonCalled("canbo.kt");
        var head = await portal.Browser().SignIn("truongphong.kt");
        var form = await (await head.Get($"/quan-tri/phan-anh/hang-loat?ma={open}&ma={done}&ma={theirs}")).Read();

        var preview = await (await head.Send("/quan-tri/phan-anh/hang-loat", form, ("What", BulkPlanNames.Entrust), ("Officer", officer.ToString()), ("Do", "preview"))).Read();

        var lines = preview.QuerySelectorAll("main tbody tr").ToDictionary(row => row.QuerySelector(".num")!.TextContent, row => row.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal("Phụ trách: chưa ai → Cán bộ Phòng Kinh tế (mẫu)", lines[open]);
        Assert.Equal("Đã khép lại", lines[done]);
        Assert.Equal("Không có hoặc không thuộc quyền của bạn", lines[theirs]);
        Assert.Null((await portal.Kept(open)).OfficerId);

        await head.Send("/quan-tri/phan-anh/hang-loat", preview, ("Do", "go"));

        Assert.Equal(officer, (await portal.Kept(open)).OfficerId);
        Assert.DoesNotContain((await portal.Kept(theirs)).Events, happened => happened.Kind == CaseEventKind.Entrusted);
    }

    [Fact]
    public async Task A_case_that_changed_after_the_preview_is_left_alone()
    {
        var code = await portal.Case("KT");
        var head = await portal.Browser().SignIn("truongphong.kt");
        var form = await (await head.Get($"/quan-tri/phan-anh/hang-loat?ma={code}")).Read();
        var preview = await (await head.Send("/quan-tri/phan-anh/hang-loat", form, ("What", BulkPlanNames.Forward), ("UnitCode", "VP"), ("Text", "Việc của Văn phòng"), ("Do", "preview"))).Read();
        await (await portal.Browser().SignIn("canbo.kt")).Send($"/quan-tri/phan-anh/{code}/hoi-them", ("Text", "Ở đâu?"));

        await head.Send("/quan-tri/phan-anh/hang-loat", preview, ("Do", "go"));

        Assert.Equal(portal.Site.UnitByCode("KT")!.Id, (await portal.Kept(code)).UnitId);
    }

    [Fact]
    public async Task What_is_done_again_and_again_is_saved_under_a_name_and_still_looked_at_first()
    {
        var (first, second) = (await portal.Case("TTPVHCC"), await portal.Case("TTPVHCC"));
        var (officer, bulk) = (await portal.Browser().SignIn("canbo.mc"), "/quan-tri/phan-anh/hang-loat");
        var form = await (await officer.Get($"{bulk}?ma={first}")).Read();
        var preview = await (await officer.Send(bulk, form, ("What", "ghi-chu"), ("Text", "Đã gọi điện hẹn lại."), ("Do", "preview"))).Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send(bulk, preview, ("Do", "keep"), ("MacroName", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Send(bulk, preview, ("Do", "keep"), ("MacroName", "Hẹn lại"))).StatusCode);

        var again = await (await officer.Get($"{bulk}?ma={second}")).Read();
        var looked = await (await officer.Send(bulk, again, ("Do", "begin"))).Read();
        Assert.Contains("Đã gọi điện hẹn lại.", looked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await portal.Kept(second)).Events, happened => happened.Text.Contains("hẹn lại", StringComparison.Ordinal));
        await officer.Send(bulk, looked, ("Do", "go"));
        Assert.Contains((await portal.Kept(second)).Events, happened => happened.Text.Contains("hẹn lại", StringComparison.Ordinal));

        // It is the officer's own, and goes when they say so.
        var other = await portal.Browser().SignIn("daumoi");
        Assert.DoesNotContain("Hẹn lại", await (await other.Get($"{bulk}?ma={second}")).Text(), StringComparison.Ordinal);
        await officer.Send(bulk, again, ("Do", "forget"));
        Assert.Null((await (await officer.Get($"{bulk}?ma={second}")).Read()).QuerySelector("#Macro"));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_channel_tag_and_unit()
    {
        var code = await portal.Case("KT");
        var intake = await portal.Browser().SignIn("daumoi");

        async Task<int> Rows(string filter) => (await (await intake.Get($"/quan-tri/phan-anh?q={code}{filter}")).Read()).QuerySelectorAll("main tbody tr").Length;

        Assert.Equal(1, await Rows(""));
        Assert.Equal(1, await Rows("&don-vi=KT&kenh=Web"));
        Assert.Equal(0, await Rows("&don-vi=VP"));
        Assert.Equal(0, await Rows("&kenh=Phone"));
        Assert.Equal(0, await Rows("&nhan=Harassment"));
    }

    private static int Number(IElement link) => int.Parse(new string([.. (link.QuerySelector("b, .n")!.FirstChild!.TextContent).Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private static class BulkPlanNames
    {
        public const string Entrust = "phan-cong", Forward = "chuyen";
    }
}
