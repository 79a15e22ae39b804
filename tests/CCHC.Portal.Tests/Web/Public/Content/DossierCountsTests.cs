using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>The figures of dossiers as readers and editors meet them.</summary>
public sealed class DossierCountsTests(PortalHost portal)
{
    [Fact]
    public async Task The_page_draws_and_tells_the_same_numbers_with_source_and_closing_day_and_says_what_was_not_published()
    {
        var page = await (await portal.Browser().Get("/so-lieu-mot-cua/hai-co-so")).Read();
        var list = await (await portal.Browser().Get("/so-lieu-mot-cua")).Read();
        var csv = await (await portal.Browser().Get("/so-lieu-mot-cua/hai-co-so.csv")).Text();

        Assert.Contains("Quý 2/2026 chưa công bố", page.QuerySelector(".chart svg[role=img] desc")!.TextContent, StringComparison.Ordinal);
        var tables = page.QuerySelectorAll("#tung-ky table");
        Assert.Equal(["2.450", "50", "150", "10", "98 %"], tables[0].QuerySelectorAll("td").Skip(2).Select(cell => cell.TextContent));
        Assert.All(tables[1].QuerySelectorAll("td"), cell => Assert.Equal("chưa công bố", cell.TextContent));
        Assert.Contains("chốt số 30/09/2026", page.QuerySelector("#tung-ky")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Số mẫu", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("98 %", list.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"hai-co-so\",\"2026-04-01\",\"2026-06-30\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"x\",\"\"", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/so-lieu-mot-cua/khong-co.csv")).StatusCode);
    }

    [Fact]
    public async Task What_was_published_in_part_is_told_in_whole_sentences()
    {
        await portal.Publish(new DossierFigures { Order = 90, Periods = [new DossierPeriod { From = new(2026, 7, 1), Until = new(2026, 9, 30), Received = 10, SettledOnTime = 4, ClosedOn = new(2026, 9, 30), Source = "Báo cáo" }] }, "Bảng công bố một phần");

        var card = (await (await portal.Browser().Get("/so-lieu-mot-cua")).Read()).QuerySelectorAll(".cards li").Single(card => card.TextContent.Contains("Bảng công bố một phần", StringComparison.Ordinal)).TextContent;
        var page = await (await portal.Browser().Get("/so-lieu-mot-cua/bang-cong-bo-mot-phan")).Read();

        Assert.Contains("Tỷ lệ đúng hạn chưa công bố", card, StringComparison.Ordinal);
        Assert.Contains("Nhận 10 hồ sơ, chưa công bố số giải quyết xong", card, StringComparison.Ordinal);
        Assert.DoesNotContain("công bố đúng hạn", card, StringComparison.Ordinal);
        Assert.Equal("Quý 3/2026. Nhận 10 hồ sơ, chưa công bố số giải quyết xong", page.QuerySelector(".chart svg title")!.TextContent);
    }

    [Fact]
    public async Task Neither_the_form_nor_a_file_keeps_a_period_that_does_not_add_up()
    {
        var editor = await portal.Browser().SignIn("bientap");
        const string head = "bang,tu_ngay,den_ngay,chuyen_sang,nhan_moi,giai_quyet_dung_han,giai_quyet_tre_han,dang_giai_quyet_con_han,dang_giai_quyet_qua_han,ngay_chot,nguon\r\n";

        var form = await editor.Send("/quan-tri/noi-dung/moi/dossierFigures", ("Title", "Bảng thử"), ("Summary", "Một câu."), ("Body.Periods.0.From", "2026-01-01"), ("Body.Periods.0.Until", "2026-03-31"), ("Body.Periods.0.CarriedOver", "10"), ("Body.Periods.0.Received", "90"),
            ("Body.Periods.0.SettledOnTime", "80"), ("Body.Periods.0.SettledLate", "5"), ("Body.Periods.0.PendingOnTime", "10"), ("Body.Periods.0.PendingLate", "2"), ("Body.Periods.0.ClosedOn", "2026-03-31"), ("Body.Periods.0.Source", "Báo cáo"));
        var refused = await editor.SendFiles("/quan-tri/so-lieu-mot-cua", "File", [("a.csv", Encoding.UTF8.GetBytes(head + "hai-co-so,2026-10-01,2026-12-31,160,100,200,5,50,4,2026-12-31,Báo cáo\r\n"))]);
        var none = await Drafts();
        var taken = await editor.SendFiles("/quan-tri/so-lieu-mot-cua", "File", [("a.csv", Encoding.UTF8.GetBytes(head + "hai-co-so,2026-10-01,2026-12-31,160,100,200,5,50,5,2026-12-31,Báo cáo\r\n"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains("lệch 3 hồ sơ", (await form.Read()).QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Dòng 2: tổng không khớp", (await refused.Read()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(none);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(260, (await Drafts()).Single().As<DossierFigures>().Latest!.Came.Sum());
    }

    private Task<List<Edition>> Drafts() => portal.Inside((_, db) => db.Editions.AsNoTracking().Where(edition => edition.Type == "dossierFigures" && edition.State == EditionState.Draft).ToListAsync());
}
