using System.Net;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Tests.Web.Desk.Media;
using CCHC.Portal.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>What is known of a document and found in its files: for readers and for those who keep the library.</summary>
public sealed class DocumentsTests(PortalHost portal)
{
    [Fact]
    public async Task A_replaced_document_leads_to_what_holds_now_and_that_one_names_it_in_return()
    {
        var old = await (await portal.Browser().Get("/van-ban/nghi-dinh-61-2018-nd-cp")).Read();
        var now = await (await portal.Browser().Get("/van-ban/nghi-dinh-118-2025-nd-cp")).Read();
        var list = await (await portal.Browser().Get("/van-ban?don-vi=" + Uri.EscapeDataString("Thủ tướng Chính phủ") + "&nam=2021")).Read();

        Assert.NotNull(old.QuerySelector("#nay-dung a[href='/van-ban/nghi-dinh-118-2025-nd-cp']"));
        Assert.Null(now.QuerySelector("#nay-dung"));
        Assert.Contains("Thay cho", now.QuerySelector("#quan-he a[href='/van-ban/nghi-dinh-61-2018-nd-cp']")!.Closest("tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(now.QuerySelector("#quan-he a[href='/van-ban/nghi-dinh-309-2026-nd-cp']"));
        Assert.Equal("/van-ban/quyet-dinh-29-2026-qd-ttg", list.QuerySelector(".doc .doc-r a")!.GetAttribute("href"));
        Assert.All(list.QuerySelectorAll(".doc .meta"), line => Assert.Contains("Thủ tướng", line.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_of_a_file_are_found_with_their_page_and_a_scan_says_that_none_are()
    {
        var editor = await portal.Browser().SignIn("bientap");
        var word = "zanhoavu";   // no text of the seeds has it
        var pdf = await portal.DoesItsChores(await editor.Brings(portal, Given.Pdf("Dieu mot noi ve nhung viec chung", "Dieu hai noi ve gio lam viec", $"Dieu ba noi ve {word} va ben pha"), ".pdf"));
        using var picture = Pictures(300);
        var scan = await portal.DoesItsChores(await editor.Brings(portal, Given.Scan(2, picture.JpegsaveBuffer()), ".pdf"));
        var edition = await portal.Publishes(new LegalDocument { Number = "77/QĐ-THU", Issuer = "Cơ quan thử", Subject = "Thử tìm chữ trong tệp", IssuedOn = new DateOnly(2026, 11, 2), Signer = "Người Ký (mẫu)", Files = [new DocumentFile { File = pdf.Name, Label = "Bản chính" }, new DocumentFile { File = scan.Name, Label = "Bản quét có dấu" }] }, "Quyết định thử tệp");
        await portal.Settle();

        var page = await (await portal.Browser().Get(edition.Address)).Read();
        var search = await (await portal.Browser().Get("/tim-kiem?q=" + word)).Read();
        var file = await (await editor.Get("/quan-tri/thu-vien/" + scan.Id)).Text();

        Assert.Contains("trang 3", search.QuerySelector($".result:has(a[href='{edition.Address}']) .result-p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(word, search.QuerySelector(".result mark")!.TextContent);
        Assert.Contains("Người Ký (mẫu)", page.QuerySelector(".keyfacts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Bản chính", "Bản quét có dấu"], page.QuerySelectorAll("#tep a").Select(link => link.TextContent));
        Assert.Contains("không tìm được chữ", page.QuerySelectorAll("#tep li")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("không tìm được chữ", page.QuerySelectorAll("#tep li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Bản quét, không tìm được chữ", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(page.QuerySelector("#tep a")!.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task Words_of_a_file_are_found_as_long_as_readers_may_open_it()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var word = "zohaidang";   // no text of the seeds has it
        var pdf = await portal.DoesItsChores(await staff.Brings(portal, Given.Pdf($"Dieu mot noi ve {word} va nhung viec chung"), ".pdf"));
        var edition = await portal.Publishes(new LegalDocument { Number = "78/QĐ-THU", Issuer = "Cơ quan thử", Subject = "Thử gỡ tệp", Files = [new DocumentFile { File = pdf.Name }] }, "Quyết định thử gỡ tệp");

        var whole = await portal.Inside(async (services, db) => await services.GetServices<ISearchSource>().OfType<ContentSearch>().Single().All(db.SiteId, default).Where(entry => entry.Url == edition.Address).SingleAsync());
        await portal.Settle();
        var before = await Finds(word);
        await staff.Send($"{Library.Home}/{pdf.Id}/go", ("Way", "go"), ("Anyway", "true"), ("Reason", "Thử gỡ"));
        await portal.Settle();
        var withdrawn = await Finds(word);
        await staff.Send($"{Library.Home}/{pdf.Id}/khoi-phuc");
        await portal.Settle();

        Assert.Contains(word, whole.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (before, withdrawn, await Finds(word)));
    }

    [Fact]
    public async Task Two_files_of_the_same_bytes_stand_on_one_page_and_are_found()
    {
        var staff = await portal.Browser().SignIn("duyetbai");
        var bytes = Given.Pdf("Dieu mot noi ve zohaidoi va nhung viec chung");
        var first = await portal.DoesItsChores(await staff.Brings(portal, bytes, ".pdf"));
        var second = await portal.DoesItsChores(await staff.Brings(portal, Given.Pdf("Ban cu cua tep thu hai, se duoc thay"), ".pdf"));
        var edition = await portal.Publishes(new LegalDocument { Number = "79/QĐ-THU", Issuer = "Cơ quan thử", Subject = "Thử hai tệp", Files = [new DocumentFile { File = second.Name, Label = "Bản hai" }] }, "Quyết định thử hai tệp");
        await portal.Settle();

        await staff.SendFiles($"{Library.Home}/{second.Id}/thay", "Sent", [("moi.pdf", bytes)]);
        await portal.DoesItsChores(second);
        await portal.Settle();
        var both = await portal.Publishes(new LegalDocument { Number = "80/QĐ-THU", Issuer = "Cơ quan thử", Subject = "Thử hai tệp", Files = [new DocumentFile { File = first.Name }, new DocumentFile { File = second.Name }] }, "Quyết định thử hai tệp cùng chữ");

        Assert.Equal(1, await Finds("zohaidoi"));   // read before for the other file
        Assert.Equal(2, (await (await portal.Browser().Get(both.Address)).Read()).QuerySelectorAll("#tep a").Length);
        Assert.Single(await portal.Inside((_, db) => db.PaperTextsOf(both.Body, VietnamTime.Day(TimeProvider.System.GetUtcNow()), default)));
    }

    [Fact]
    public async Task Vietnamese_with_all_its_marks_is_read_out_of_a_PDF()
    {
        var leaflet = await (await portal.Browser().Get("/t/mau-001.pdf")).Content.ReadAsByteArrayAsync();

        var found = await new PaperReading(TimeProvider.System).Pdf(leaflet, (_, _) => { }, default);

        Assert.Equal(PaperOutcome.Read, found.Outcome);
        Assert.Contains("Đăng ký khai sinh", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_replacements_is_refused_with_the_way_it_goes()
    {
        var first = await portal.Publishes(new LegalDocument { Number = "1/VONG", Issuer = "Cơ quan thử", Subject = "Vòng", ReplacedBy = ["vong-hai"] }, "Văn bản vòng một");
        var key = await portal.Inside(async (_, db) => (await db.ContentItems.FindAsync(first.ItemId))!.Key);

        var why = await portal.Inside((services, db) =>
        {
            var second = Given.Edition(new LegalDocument { Number = "2/VONG", Issuer = "Cơ quan thử", Subject = "Vòng", ReplacedBy = [key] }, "Văn bản vòng hai", "vong-hai");
            return services.GetRequiredService<Publishing>().WhyNotWhatItNames(second, default);
        });

        Assert.Equal($"Quan hệ thay thế, sửa đổi đi thành vòng: vong-hai → {key} → vong-hai. Hãy xem lại văn bản nào có sau.", why);
    }

    [Fact]
    public async Task A_document_signed_long_ago_and_not_posted_is_listed_for_staff_with_its_last_day()
    {
        var today = VietnamTime.Day(TimeProvider.System.GetUtcNow());
        await Draft("11/TRE", today.AddDays(-30), portal.Site.Profile.Body);
        await Draft("12/MOI", today, portal.Site.Profile.Body);
        await Draft("13/NOIKHAC", today.AddDays(-30), "Chính phủ");

        var page = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/van-ban")).Read();

        var late = page.QuerySelector("section[aria-labelledby=tre]")!.TextContent;
        Assert.Contains("11/TRE", late, StringComparison.Ordinal);
        Assert.Contains("hạn đăng", late, StringComparison.Ordinal);
        Assert.DoesNotContain("12/MOI", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("13/NOIKHAC", page.QuerySelector("section[aria-labelledby=noi-khac]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thi tran cat ba", "thi-tran-cat-ba")]
    [InlineData("Huyện Cát Hải", "huyen-cat-hai")]
    [InlineData("ben got", "ben-got")]
    [InlineData("xa phu long", "xa-phu-long")]
    [InlineData("một cửa xã", "bo-phan-mot-cua-huyen-xa")]
    public async Task Old_names_lead_to_who_does_it_now_in_the_table_and_in_the_search(string old, string slug)
    {
        await portal.Settle();
        var page = await (await portal.Browser().Get("/viec-nay-ai-lam?q=" + Uri.EscapeDataString(old))).Read();
        var found = JsonDocument.Parse(await (await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(old), ("Accept", "application/json"))).Text()).RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("url").GetString()).ToList();

        var first = page.QuerySelector(".docs .doc")!;
        Assert.Equal(slug, first.Id);
        Assert.Contains("Theo", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("/viec-nay-ai-lam#" + slug, found.Take(5));
    }

    private async Task<int> Finds(string word) =>
        JsonDocument.Parse(await (await portal.Browser().Get("/tim-kiem?q=" + word, ("Accept", "application/json"))).Text()).RootElement.GetProperty("total").GetInt32();

    private static NetVips.Image Pictures(int side) => Tests.Storage.Pictures.Plain(side, side);

    private Task<int> Draft(string number, DateOnly signed, string issuer) => portal.Inside(async (_, db) =>
    {
        var edition = Given.Edition(new LegalDocument { Number = number, Issuer = issuer, Subject = "Thử", IssuedOn = signed }, "Văn bản " + number, "van-ban-" + Guid.CreateVersion7().ToString("n"));
        db.AddRange(edition.Item!, edition);
        return await db.SaveChangesAsync();
    });
}
