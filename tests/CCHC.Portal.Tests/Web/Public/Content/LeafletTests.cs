using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Kit;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>Leaflets as PDF: what the page says, mark for mark, with the font inside and the structure a screen reader needs.</summary>
public sealed class LeafletTests(PortalHost portal)
{
    [Theory]
    [InlineData("", "", 419.5)]
    [InlineData("?kho=a6", "", 297.6)]
    [InlineData("?kho=A6", "/en", 297.6)]
    public async Task A_procedures_leaflet_says_what_its_page_says(string query, string language, double width)
    {
        var page = await (await portal.Browser().Get(language + "/thu-tuc/dang-ky-khai-sinh")).Read();
        var facts = page.QuerySelectorAll("#giay-to th[scope=row], #le-phi > table th[scope=row], #le-phi > table td.num, #thoi-han td, #noi-nop a, .call .n[href*='1022'], h1").Select(cell => cell.ChildNodes[0].TextContent.Trim());

        using var pdf = await Open($"{language}/t/mau-001.pdf{query}");

        Assert.All(pdf.GetPages(), sheet => Assert.Equal(width, sheet.Width, 1.0));
        Assert.All(pdf.GetPages().SelectMany(sheet => sheet.Letters), letter => Assert.InRange(letter.EndBaseLine.X, 0, width));
        Assert.All(facts.Where(fact => fact.Length > 2), fact => Assert.Contains(Bare(fact), Words(pdf), StringComparison.Ordinal));
        Assert.Contains(Bare(page.QuerySelector(".post-qr b")!.TextContent), Words(pdf), StringComparison.Ordinal);
        Assert.Contains(Bare(page.QuerySelector(".notice-box.warn b")!.TextContent), Words(pdf), StringComparison.Ordinal);   // sample figures say so on paper too
    }

    [Fact]
    public async Task A_screen_reader_is_told_the_language_the_title_and_the_order()
    {
        using var pdf = await Open("/t/mau-001.pdf");
        var catalog = pdf.Structure.Catalog.CatalogDictionary;

        Assert.Equal("Đăng ký khai sinh", pdf.Information.Title);
        Assert.Equal("vi", Assert.IsType<StringToken>(catalog.Data["Lang"]).Data);
        var tree = pdf.Structure.GetObject(((IndirectReferenceToken)catalog.Data["StructTreeRoot"]).Data).Data as DictionaryToken;
        Assert.Equal(Enumerable.Range(0, pdf.NumberOfPages), ((ArrayToken)((DictionaryToken)tree!.Data["ParentTree"]).Data["Nums"]).Data.OfType<NumericToken>().Select(number => number.Int));
        Assert.Equal(["H1", "LI", "H2", "Figure"], Kinds(pdf, catalog).Where(kind => kind is "H1" or "H2" or "LI" or "Figure").Distinct());
        Assert.All(pdf.GetPages(), sheet => Assert.Equal(Bare(sheet.Text).Length, sheet.GetMarkedContents().Sum(mark => mark.Letters.Count(letter => letter.Value.Trim() != ""))));
    }

    [Fact]
    public async Task Only_the_size_makes_another_leaflet_and_a_size_there_is_not_has_none()
    {
        await portal.Browser().Get("/t/mau-001.pdf");
        var again = await portal.Browser().Get("/t/mau-001.pdf?q=khac&trang=7&loai=x");

        Assert.NotNull(again.Headers.Age);   // what lies ready
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/t/mau-001.pdf?kho=a0")).StatusCode);
    }

    [Fact]
    public async Task The_font_is_inside_and_the_code_leads_to_the_page()
    {
        var bytes = await (await portal.Browser().Get("/t/mau-001.pdf")).Content.ReadAsByteArrayAsync();
        using var pdf = PdfDocument.Open(bytes);
        var boxes = pdf.GetPage(1).Paths.Where(path => path.IsFilled).SelectMany(path => path).Select(part => part.GetBoundingRectangle()!.Value).ToList();

        Assert.Equal(2, Encoding.Latin1.GetString(bytes).Split("/FontFile2").Length - 1);
        Assert.True(bytes.Length < 60_000, $"{bytes.Length} bytes");
        Assert.Equal(QrCode.Of(pdf.Information.Subject!).Dark.Count, boxes.Count);
        Assert.EndsWith("/t/mau-001", pdf.Information.Subject, StringComparison.Ordinal);
        Assert.Equal("/thu-tuc/dang-ky-khai-sinh", (await portal.Browser().Get(new Uri(pdf.Information.Subject!).PathAndQuery)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Guides_and_hotlines_have_leaflets_and_what_is_gone_has_none()
    {
        using var guide = await Open($"/t/{ShortCode.Of("guide", "kich-hoat-vneid")}.pdf?kho=a6");
        using var number = await Open($"/en/t/{ShortCode.Of("hotline", "tong-dai-1022")}.pdf");
        var listed = (await (await portal.Browser().Get("/duong-day-nong")).Read()).QuerySelectorAll(".hotline a[download]").Select(link => link.GetAttribute("href")!).ToList();
        var steps = (await (await portal.Browser().Get("/huong-dan/kich-hoat-vneid")).Read()).QuerySelectorAll(".steps h3").Select(step => step.TextContent);

        Assert.All(steps, step => Assert.Contains(Bare(step), Words(guide), StringComparison.Ordinal));
        Assert.Contains("1022", Words(number), StringComparison.Ordinal);
        Assert.Contains($"/t/{ShortCode.Of("hotline", "tong-dai-1022")}.pdf", listed);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/t/mau-021.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/t/khong-co.pdf")).StatusCode);
    }

    [Fact]
    public void Letters_the_font_does_not_know_and_very_long_words_do_not_break_it()
    {
        var strange = "Ngõ Ünter 漢字 🚢 \u0000 " + new string('W', 400) + "\nTờ khai";
        var leaflet = new Leaflet
        {
            Language = "vi",
            Labels = "vi",
            Body = strange,
            Kind = "",
            Title = strange,
            Address = "https://cchc.example/t/abcde",
            Numbers = [],
            Frame = new("Quét mã", "Mã", "Xem tiếp", "Lập ngày"),
            Blocks = [new("Giấy tờ", LeafletLook.Ticks, [.. Enumerable.Range(0, 60).Select(at => new LeafletLine($"Giấy {at} {strange.Normalize(NormalizationForm.FormD)}"))])],
        };

        using var pdf = PdfDocument.Open(portal.Services.GetRequiredService<LeafletPress>().Print(leaflet, LeafletSize.A6));

        Assert.InRange(pdf.NumberOfPages, 2, 60);
        Assert.Contains("NgõUnter??", Words(pdf), StringComparison.Ordinal);
        Assert.Contains("Giấy59", Words(pdf), StringComparison.Ordinal);
        Assert.All(pdf.GetPages().SelectMany(sheet => sheet.Letters), letter => Assert.InRange(letter.EndBaseLine.X, 0, 298));
    }

    private async Task<PdfDocument> Open(string address)
    {
        var answer = await portal.Browser().Get(address);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Words(PdfDocument pdf) => Bare(string.Concat(pdf.GetPages().Select(page => page.Text)));

    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static IEnumerable<string> Kinds(PdfDocument pdf, DictionaryToken above)
    {
        var tree = above.Data.TryGetValue("StructTreeRoot", out var root) ? root : above.Data.GetValueOrDefault("K");
        foreach (var child in tree is ArrayToken many ? many.Data : tree is null ? [] : [tree])
        {
            var element = child is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data as DictionaryToken : child as DictionaryToken;
            if (element is null)
            {
                continue;
            }
            if (element.Data.TryGetValue("S", out var kind))
            {
                yield return ((NameToken)kind).Data;
            }
            foreach (var below in Kinds(pdf, element))
            {
                yield return below;
            }
        }
    }
}
