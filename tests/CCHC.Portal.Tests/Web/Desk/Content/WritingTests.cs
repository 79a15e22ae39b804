using System.Net;
using System.Net.Http.Headers;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Tests.Content.Word;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>What an editor sees while writing: the page as it will be, what is wrong with it, and what a Word file became.</summary>
public sealed class WritingTests(PortalHost portal)
{
    [Fact]
    public async Task An_unsaved_text_is_shown_in_the_theme_and_nothing_is_kept()
    {
        var (editor, id) = await Draft(new Article { Text = "Chữ đã lưu." });

        var answer = await Preview(editor, id, ("Title", "Tiêu đề đang gõ"), ("Body.Text", "Chữ **đang gõ**."));

        var page = await answer.Read();
        Assert.Equal("Tiêu đề đang gõ", page.QuerySelector("main h1")!.TextContent);
        Assert.Equal("đang gõ", page.QuerySelector("main .prose p:last-child strong")!.TextContent);
        Assert.NotNull(page.QuerySelector("footer.foot"));
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json'])"));
        Assert.Contains("frame-ancestors 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("Chữ đã lưu.", (await Kept(id)).Body.Text);
    }

    [Fact]
    public async Task Only_the_editors_pages_frame_anything()
    {
        var (editor, id) = await Draft(new Article());

        Assert.Contains("frame-src 'self'", (await editor.Get($"/quan-tri/noi-dung/{id}")).Header("Content-Security-Policy"), StringComparison.Ordinal);
        foreach (var path in new[] { "/quan-tri/noi-dung", "/", $"/quan-tri/noi-dung/{id}/gui-duyet" })
        {
            var policy = (await editor.Get(path)).Header("Content-Security-Policy");
            Assert.Contains("frame-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stranger_and_another_contributor_see_no_preview()
    {
        var (_, id) = await Draft(new Article());

        Assert.NotEqual(HttpStatusCode.OK, (await portal.Browser().Get($"/quan-tri/noi-dung/{id}/xem")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("congtacvien")).Get($"/quan-tri/noi-dung/{id}/xem")).StatusCode);
    }

    [Fact]
    public async Task What_must_be_mended_stops_the_text_and_leads_to_its_field()
    {
        var (editor, id) = await Draft(new Article { Text = "![](media:khong-co.webp) Phí [cần kiểm chứng]." });

        var page = await (await editor.Get($"/quan-tri/noi-dung/{id}/gui-duyet")).Read();
        var handed = await editor.Post($"/quan-tri/noi-dung/{id}/gui-duyet", ("Version", "0"));

        Assert.Contains("Chưa gửi được", page.QuerySelector(".flash.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".chk .bad").Length);
        Assert.EndsWith("#Body.Text", page.QuerySelector(".chk .bad a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, handed.StatusCode);
    }

    [Fact]
    public async Task A_hotline_changed_once_is_changed_in_every_text_that_embeds_it()
    {
        var key = await portal.Inside((_, db) => db.Editions.Live().OfType(ContentTypes.Hotline).Where(e => e.Culture == "vi").Select(e => e.Item!.Key).FirstAsync());
        var (editor, id) = await Draft(new Article { Text = $"Gọi {{{{hotline:{key}}}}}.\n\n::: hotline {key}\n:::\n\n::: hotline khong-con\n:::" });

        var page = await (await editor.Get($"/quan-tri/noi-dung/{id}/xem")).Read();
        var edition = await portal.Inside((_, db) => db.Editions.Live().Where(e => e.Item!.Key == key && e.Type == "hotline" && e.Culture == "vi").SingleAsync());
        var phone = edition.As<Hotline>().Phone;
        Assert.Equal(phone, page.QuerySelector(".prose p > a.num")!.TextContent);
        Assert.Contains(phone, page.QuerySelector(".prose .hotline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã được gỡ", page.QuerySelector(".prose .notice-box")!.TextContent, StringComparison.Ordinal);
        var hotline = await (await editor.Get($"/quan-tri/noi-dung/{edition.Id}")).Read();
        Assert.Contains(hotline.QuerySelectorAll(".ed-side a"), link => link.GetAttribute("href")!.EndsWith(id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_file_becomes_a_draft_with_its_pictures_and_its_letterhead()
    {
        var editor = await portal.Browser().SignIn("bientap");
        var taken = await Import(editor, WordFiles.Official(), "ke-hoach.docx", "article");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        var address = taken.Headers.Location!.ToString();
        var told = await (await editor.Get(address)).Read();
        Assert.Contains("123/KH-UBND", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var token = told.QuerySelector("form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var document = await editor.Post(address + "?handler=Document", ("__RequestVerificationToken", token));

        var edition = await Kept(Guid.Parse(document.Headers.Location!.ToString().Split('/')[^1]));
        Assert.Equal("123/KH-UBND", ((LegalDocument)edition.Body).Number);
        Assert.Equal(LegalDocumentKind.Plan, ((LegalDocument)edition.Body).Kind);
    }

    [Fact]
    public async Task Pictures_of_a_word_file_lie_in_the_library_and_wait_for_their_words()
    {
        var editor = await portal.Browser().SignIn("bientap");
        using var picture = Storage.Pictures.Noise(64, 48);   // other bytes each time, or the library knows it
        var taken = await Import(editor, WordFiles.WithFootnoteLinkAndPicture(picture.PngsaveBuffer()), "ben-pha.docx", "article");
        var address = taken.Headers.Location!.ToString();

        var told = await (await editor.Get(address)).Read();
        var field = told.QuerySelector("textarea[name^='Alt.']")!;
        Assert.Equal("Bến phà lúc sáng", field.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(address, told, (field.GetAttribute("name")!, " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Send(address, told, (field.GetAttribute("name")!, "Phà [lớn] cập bến"))).StatusCode);

        var edition = await Kept(Guid.Parse(address.Split('/')[^2]));
        Assert.Equal("Phà [lớn] cập bến", Assert.Single(MarkdownPictures.In(edition.Body.Text)).Alt);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Get("/quan-tri/noi-dung/anh/" + field.GetAttribute("name")![4..])).StatusCode);
    }

    [Fact]
    public async Task Under_a_long_title_every_picture_has_a_name_of_its_own()
    {
        var editor = await portal.Browser().SignIn("congtacvien");
        byte[][] pictures = [.. Enumerable.Range(0, 3).Select(_ => { using var noise = Storage.Pictures.Noise(64, 48); return noise.PngsaveBuffer(); })];
        const string Title = "Kế hoạch tuyên truyền cải cách hành chính nhà nước trên địa bàn đặc khu Cát Hải quý bốn năm hai nghìn không trăm hai mươi sáu";

        var taken = await Import(editor, WordFiles.WithPictures(Title, pictures), "ke-hoach.docx", "article");

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var edition = await Kept(Guid.Parse(taken.Headers.Location!.ToString().Split('/')[^2]));
        Assert.Equal(["anh-1", "anh-2", "anh-3"], MarkdownPictures.In(edition.Body.Text).Select(picture => Path.GetFileNameWithoutExtension(picture.File)[^5..]));
    }

    [Theory]
    [InlineData("cũ.doc", "D0CF11E0A1B11AE100", ".doc kiểu cũ")]
    [InlineData("thu.docx", "48656C6C6F", "không phải tệp Word")]
    [InlineData("hong.docx", "504B030400", "hỏng")]
    public async Task A_file_that_will_not_do_comes_back_with_its_reason(string name, string bytes, string words)
    {
        var editor = await portal.Browser().SignIn("congtacvien");

        var answer = await Import(editor, Convert.FromHexString(bytes), name, "article");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, (await answer.Read()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Import(Browser editor, byte[] file, string name, string type)
    {
        var page = await (await editor.Get("/quan-tri/noi-dung/nhap-word")).Read();
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await editor.Post("/quan-tri/noi-dung/nhap-word", new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(type), "Type" },
            { content, "File", name },
        });
    }

    private static async Task<HttpResponseMessage> Preview(Browser editor, Guid id, params (string, string)[] typed)
    {
        var form = (await (await editor.Get($"/quan-tri/noi-dung/{id}")).Read()).QuerySelector("#f [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await editor.Post($"/quan-tri/noi-dung/{id}/xem?khung=true", [("__RequestVerificationToken", form), .. typed]);
    }

    private async Task<(Browser Editor, Guid Id)> Draft(ContentBody body)
    {
        var id = await portal.Inside(async (services, db) =>
        {
            var author = await db.People.Where(person => person.UserName == "bientap").Select(person => person.Id).SingleAsync();
            var edition = Given.Edition(body, slug: "thu-" + Guid.CreateVersion7().ToString("n"), author: author);
            db.Add(edition);
            await db.SaveChangesAsync();
            return edition.Id;
        });
        return (await portal.Browser().SignIn("bientap"), id);
    }

    private Task<Edition> Kept(Guid id) => portal.Inside((_, db) => db.Editions.AsNoTracking().SingleAsync(edition => edition.Id == id));
}
