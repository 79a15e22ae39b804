using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>What a resident finds about a procedure: in the catalogue, on its page, in the search.</summary>
public sealed class ProceduresTests(PortalHost portal)
{
    private const string Birth = "/thu-tuc/dang-ky-khai-sinh";

    [Fact]
    public async Task The_seeds_hold_forty_procedures_ten_of_them_in_English_and_each_says_that_its_figures_are_samples()
    {
        var seeds = await portal.Inside((_, db) => db.Editions.AsNoTracking().Live().Where(edition => edition.Type == "procedure" && edition.SeedHash != null).ToListAsync());

        Assert.True(seeds.Count(edition => edition.Culture == "vi") >= 40);
        Assert.True(seeds.Count(edition => edition.Culture == "en") >= 10);
        Assert.All(seeds, edition => Assert.True(edition.Body.Sample && edition.As<Procedure>().HasSampleCode, edition.Slug));
        Assert.Equal(seeds.Count(edition => edition.Culture == "vi"), seeds.Where(edition => edition.Culture == "vi").Select(edition => edition.As<Procedure>().Code).Distinct().Count());
    }

    [Fact]
    public async Task The_page_says_what_to_bring_how_long_how_much_and_where_in_fifty_kilobytes()
    {
        var answer = await portal.Browser().Get(Birth);
        var page = await answer.Read();

        Assert.Contains("Trong ngày", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Miễn phí – 8.000 đồng", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Giấy chứng sinh", page.QuerySelector("#giay-to")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa kiểm chứng", page.QuerySelector(".notice-box.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mã mẫu", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#noi-nop a[href^='/mot-cua/']"));
        Assert.NotNull(page.QuerySelector("a[href='/van-ban/nghi-dinh-118-2025-nd-cp']"));
        Assert.NotNull(page.QuerySelector("a[href^='tel:']"));
        Assert.InRange(Encoding.UTF8.GetByteCount(page.DocumentElement.OuterHtml), 1_000, 50_000);
    }

    [Theory]
    [InlineData("lam giay khai sinh cho con", Birth)]
    [InlineData("cong chung", "/thu-tuc/chung-thuc-ban-sao")]
    [InlineData("so do", "/thu-tuc/cap-giay-chung-nhan-dat-lan-dau")]
    [InlineData("MAU-004", "/thu-tuc/dang-ky-ket-hon")]
    public async Task The_catalogue_finds_by_old_names_codes_and_without_marks(string query, string address)
    {
        var page = await (await portal.Browser().Get("/thu-tuc?q=" + Uri.EscapeDataString(query))).Read();

        Assert.Contains(address, page.QuerySelectorAll(".doc a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_catalogue_filters_by_field_and_counts_by_life_event()
    {
        var all = await (await portal.Browser().Get("/thu-tuc")).Read();
        var land = await (await portal.Browser().Get("/thu-tuc?linh-vuc=Land")).Read();
        var birth = await (await portal.Browser().Get("/viec-doi/sinh-con")).Read();

        var count = all.QuerySelectorAll(".out").Single(card => card.QuerySelector("a")!.GetAttribute("href") == "/viec-doi/sinh-con").QuerySelector("p")!.TextContent;
        Assert.Equal(count, $"{birth.QuerySelectorAll(".doc").Length} thủ tục");
        Assert.Equal("Đất đai", land.QuerySelectorAll("section.block h2").Single().FirstChild!.TextContent.Trim());
        Assert.True(land.QuerySelectorAll(".doc").Length < all.QuerySelectorAll(".doc").Length);
        var online = await (await portal.Browser().Get("/thu-tuc?truc-tuyen=None")).Read();
        Assert.True(online.QuerySelectorAll(".doc").Length < all.QuerySelectorAll(".doc").Length);   // not the whole list from the cache
    }

    [Fact]
    public async Task A_replaced_procedure_leaves_list_and_search_but_its_address_leads_on()
    {
        const string gone = "/thu-tuc/cap-so-ho-khau-giay";
        await portal.Settle();
        var page = await (await portal.Browser().Get(gone)).Read();
        var list = await (await portal.Browser().Get("/thu-tuc?q=so+ho+khau")).Text();
        var search = await (await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString("sổ hộ khẩu"))).Text();
        var past = await (await portal.Browser().Get("/thu-tuc?tinh-trang=het")).Text();

        Assert.NotNull(page.QuerySelector(".notice-box.warn a[href='/thu-tuc/xac-nhan-thong-tin-cu-tru']"));
        Assert.Null(page.QuerySelector(".keyfacts"));
        Assert.DoesNotContain(gone, list, StringComparison.Ordinal);
        Assert.DoesNotContain(gone, search, StringComparison.Ordinal);
        Assert.Contains("/thu-tuc/dang-ky-thuong-tru", search, StringComparison.Ordinal);
        Assert.Contains(gone, past, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_a_translated_page_is_English_and_another_says_that_it_is_not()
    {
        var translated = await (await portal.Browser().Get("/en" + Birth)).Read();
        var missing = await (await portal.Browser().Get("/en/thu-tuc/chuyen-truong")).Read();

        Assert.Equal("Birth registration", translated.QuerySelector("main h1")!.TextContent);
        Assert.Null(translated.QuerySelector(".lang-note"));
        Assert.NotNull(missing.QuerySelector(".lang-note"));
    }

    [Fact]
    public async Task The_short_address_leads_to_the_page_in_the_readers_language()
    {
        Assert.Equal(Birth, (await portal.Browser().Get("/t/mau-001")).Headers.Location!.ToString());
        Assert.Equal("/en" + Birth, (await portal.Browser().Get("/en/t/MAU-001")).Headers.Location!.ToString());
        Assert.Equal("/huong-dan/chu-ky-so", (await portal.Browser().Get("/t/" + ShortCode.Of("guide", "chu-ky-so"))).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/t/khong-co")).StatusCode);
    }

    [Fact]
    public async Task Short_codes_do_not_collide()
    {
        var live = await portal.Inside((_, db) => db.Editions.AsNoTracking().Include(edition => edition.Item).Live().Where(edition => edition.Culture == "vi" && (edition.Type == "procedure" || edition.Type == "guide" || edition.Type == "hotline")).ToListAsync());

        Assert.Empty(live.Where(edition => edition.SeedHash is not null).GroupBy(ShortCode.Of).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public async Task An_editor_cannot_save_a_procedure_while_a_required_field_is_blank()
    {
        var editor = await portal.Browser().SignIn("bientap");

        var refused = await editor.Send("/quan-tri/noi-dung/moi/procedure", ("Title", "Thủ tục thử"), ("Summary", "Một câu."), ("Body.Code", "1.004222"), ("Body.Who", "Mọi người."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        var summary = page.QuerySelector(".esum")!;
        Assert.Contains("Hãy ghi cơ quan có thẩm quyền.", summary.TextContent, StringComparison.Ordinal);
        Assert.All(summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!), target => Assert.NotNull(page.GetElementById(target[1..])));
        Assert.Equal("1.004222", page.QuerySelector("#Body\\.Code")!.GetAttribute("value"));
    }
}
