using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Routing;

/// <summary>The routing table at the desk: read by who sorts, changed by the administrator, tried before it decides.</summary>
public sealed class RoutingPagesTests(PortalHost portal)
{
    private const string Table = "/quan-tri/dinh-tuyen";

    [Fact]
    public async Task A_line_is_tried_saved_as_a_new_version_and_decides()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        (string, string)[] line = [("Form.Kind", "Report"), ("Form.Field", "Environment"), ("Form.Place", "Gia Luận"), ("Form.UnitCode", "VHXH"), ("Form.Position", "1"), ("Form.From", ""), ("Form.Why", "Thử dòng theo nơi")];
        var before = await Newest();

        var tried = await administrator.Send(Table + "/sua", [.. line, ("Do", "run")]);
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("vụ gần nhất", (await tried.Read()).QuerySelector("#chay-thu")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await Newest());

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Table + "/sua", [.. line, ("Do", "save")])).StatusCode);
        Assert.Equal(before + 1, await Newest());
        var intake = await portal.Browser().SignIn("daumoi");
        Assert.Contains("Phòng Văn hóa", (await (await intake.Get(Table + "/thu?loai=Report&linh-vuc=Environment&noi=ben+gia+luan")).Read()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phòng Kinh tế", (await (await intake.Get(Table + "/thu?loai=Report&linh-vuc=Environment")).Read()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        var rule = await portal.Inside((_, db) => db.RoutingRules.SingleAsync(rule => rule.TableNumber == before + 1 && rule.Place == "Gia Luận"));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Table + "/sua?dong=" + rule.Id, ("Form.Why", "Bỏ dòng thử"), ("Form.From", ""), ("Do", "remove"))).StatusCode);
        Assert.Contains("Phòng Kinh tế", (await (await intake.Get(Table + "/thu?loai=Report&linh-vuc=Environment&noi=Gia+Luận")).Read()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_intake_officer_reads_and_does_not_change()
    {
        var intake = await portal.Browser().SignIn("daumoi");

        Assert.Equal(HttpStatusCode.OK, (await intake.Get(Table)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await intake.Get(Table + "/sua")).StatusCode);
        Assert.Null((await (await intake.Get(Table)).Read()).QuerySelector("main a[href*='/sua']"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_a_table_changed_meanwhile_is_not_overwritten()
    {
        var administrator = await portal.Browser().SignIn("quantri");

        var wrong = await administrator.Send(Table + "/sua", ("Form.UnitCode", "TRIAGE"), ("Form.Why", ""), ("Do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Read();
        Assert.NotNull(page.QuerySelector(".esum a[href='#UnitCode']"));
        Assert.NotNull(page.QuerySelector(".esum a[href='#Why']"));

        var late = await administrator.Send(Table + "/sua", ("Basis", "0"), ("Form.UnitCode", "VP"), ("Form.Why", "Chữ còn nguyên"), ("Do", "save"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Chữ còn nguyên", (await late.Read()).QuerySelector("#Why")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_queue_of_the_unmatched_has_a_holder_by_name_and_another_is_a_new_version_with_the_same_lines()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var before = await Newest();
        var lines = await portal.Inside((_, db) => db.RoutingRules.CountAsync(rule => rule.TableNumber == before));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(Table + "/giu-hang-cho", ("Owner", Guid.CreateVersion7().ToString()), ("Why", ""))).StatusCode);
        var holder = await portal.Inside((_, db) => db.People.Where(person => person.UserName == "daumoi").Select(person => person.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Table + "/giu-hang-cho", ("Owner", holder.ToString()), ("Why", "Giao cho đầu mối"))).StatusCode);

        Assert.Equal(before + 1, await Newest());
        Assert.Equal(lines, await portal.Inside((_, db) => db.RoutingRules.CountAsync(rule => rule.TableNumber == before + 1)));
        Assert.Contains("Cán bộ đầu mối (mẫu)", (await (await administrator.Get(Table)).Read()).QuerySelector(".ed-side")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> Newest() => portal.Inside((_, db) => db.RoutingTables.MaxAsync(table => table.Number));

    [Fact]
    public async Task Words_alone_are_enough_to_see_where_they_would_go_and_several_tags_are_weighed_together()
    {
        const string Try = "/quan-tri/dinh-tuyen/thu";
        var intake = await portal.Browser().SignIn("daumoi");

        var land = (await (await intake.Send(Try, ("Text", "Hồ sơ sổ đỏ quá hạn hai tháng chưa trả kết quả"))).Read()).QuerySelector("main")!;
        var sealedAway = (await (await intake.Send(Try, ("Text", "Cán bộ địa chính nhận hối lộ của tôi năm triệu"))).Read()).QuerySelector("main")!;
        var tagged = (await (await intake.Get(Try + "?loai=Report&linh-vuc=Environment&nhan=Harassment&nhan=Power")).Read()).QuerySelector("main")!;
        var mine = (await (await intake.Send(Try, ("Text", "Cán bộ Phòng Kinh tế quát nạt, hách dịch với dân"))).Read()).QuerySelector("main")!;

        Assert.Contains("Phòng Kinh tế", land.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trung tâm Phục vụ hành chính công", land.TextContent, StringComparison.Ordinal);   // supports
        Assert.Contains("Hạn trả lời nếu nhận lúc này", land.TextContent, StringComparison.Ordinal);
        Assert.Contains(land.QuerySelectorAll("mark"), mark => mark.TextContent.Contains("sổ đỏ", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Vào kho kín", sealedAway.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Chủ trì", sealedAway.TextContent, StringComparison.Ordinal);
        Assert.Contains("Điện lực", tagged.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, tagged.QuerySelectorAll("input[name=nhan][checked]").Length);
        Assert.Contains("không giao cho nơi đó", mine.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Inside((_, db) => db.AuditEntries.CountAsync(entry => entry.Detail.Contains("sổ đỏ"))));   // nothing of it is kept
    }
}
