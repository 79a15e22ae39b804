using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Tests.Content.Word;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Media;

public sealed class LibraryTests(PortalHost portal)
{
    [Fact]
    public async Task A_photo_is_kept_clean_with_its_words_and_drawn_in_every_size()
    {
        var staff = await portal.Browser().SignIn("congtacvien");

        var file = await portal.IsShown(await portal.DoesItsChores(await staff.Brings(portal, Library.Photo())));

        Assert.Equal((MediaKind.Image, "TTVHTT", "Ảnh thử của bến phà", 1100), (file.Kind, file.Folder, file.Alt, file.Width));
        Assert.Equal(["480.webp", "480.jpg", "480.avif", "960.webp", "960.jpg", "960.avif"], file.Copies);
        foreach (var address in file.Addresses())
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(address)).StatusCode);
        }
        Assert.Equal("image/avif", (await portal.Browser().Get(file.Address("960.avif"))).Content.Headers.ContentType!.MediaType);
        var page = await (await (await portal.Browser().SignIn("duyetbai")).Get($"{Library.Home}/{file.Id}")).Read();
        Assert.Equal("Ảnh thử của bến phà", page.QuerySelector("#Form_Alt")!.TextContent);
    }

    [Fact]
    public async Task Where_a_photo_was_taken_is_nowhere_in_what_is_served()
    {
        var staff = await portal.Browser().SignIn("bientap");

        var file = await portal.IsShown(await portal.DoesItsChores(await staff.Brings(portal, Pictures.WithPlaceAndOrientation(6))));

        foreach (var address in file.Addresses())
        {
            var bytes = Encoding.Latin1.GetString(await (await portal.Browser().Get(address)).Content.ReadAsByteArrayAsync());
            Assert.DoesNotContain("HaiPhongPhone", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_files_come_at_once_and_a_bad_one_does_not_keep_the_others_out()
    {
        var staff = await portal.Browser().SignIn("bientap");

        var answer = await staff.SendFiles(Library.Upload, "Files", [("mot.jpg", Library.Photo()), ("hai.svg", "<svg onload=alert(1)>"u8.ToArray()), ("ba.png", Library.Photo())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Contains("SVG, có thể chứa mã", page.QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".chk .ok").Length);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "lon.png", Pictures.PngThatClaims(10_000, 6_000), "40 triệu điểm ảnh" },   // sixty megapixels
        { "ve.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "SVG, có thể chứa mã" },
        { "anh.jpg", "MZ\u0090 khong phai anh"u8.ToArray(), "không khớp với nội dung" },
        { "phim.mp4", "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"u8.ToArray(), "bên trong không phải" },
        { "phim.mp4", [0x1A, 0x45, 0xDF, 0xA3, .. new byte[60]], "bên trong là WebM/MKV nhưng mang đuôi .mp4" },
        { "anh.jpg", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[60]], "bên trong là MP4/MOV nhưng mang đuôi .jpg" },
        { "phim.mp4", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[60]], "hỏng hoặc không phải video" },
        { "anh.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[60]], "HEIC, cổng chưa đọc được" },
        { "phu-de.srt", "khong co gi"u8.ToArray(), "không có dòng phụ đề nào" },
        { "trong.jpg", [], "trống" },
        { "to-khai.xlsx", "PK\u0003\u0004"u8.ToArray(), "không thuộc loại thư viện nhận" },
        { "to-khai.docx", "PK\u0003\u0004"u8.ToArray(), "Tệp hỏng hoặc tải lên chưa trọn" },
        { "chuyen.docx", WordFiles.WithMain(WordFiles.Document("<w:p><w:moveFrom><w:r><w:t>Dời đi</w:t></w:r></w:moveFrom></w:p>")), "còn bình luận hoặc dấu vết sửa" },
        { "chat.docx", WordFiles.WithMain("<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:ins><w:r><w:t>Thêm</w:t></w:r></w:ins></w:p></w:body></w:document>"), "còn bình luận hoặc dấu vết sửa" },
        { "dau.docx", WordFiles.WithMain(WordFiles.Document("<w:p/>"), ("word/header1.xml", "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p></w:hdr>")), "còn bình luận hoặc dấu vết sửa" },
        { "nhung.docx", WordFiles.WithMain(WordFiles.Document("<w:p/>"), ("word/embeddings/oleObject1.bin", "x")), "có macro hoặc đối tượng nhúng" },
        { "khoa.pdf", "%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF"u8.ToArray(), "đặt mật khẩu" },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task What_is_not_taken_is_explained(string name, byte[] content, string words)
    {
        Assert.SkipUnless(Clips.Ffmpeg.IsThere || !words.Contains("hỏng hoặc", StringComparison.Ordinal), "ffmpeg is not installed");
        var staff = await portal.Browser().SignIn("bientap");

        var answer = await staff.SendFiles(Library.Upload, "Files", [(name, content)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, (await answer.Read()).QuerySelector(".esum")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_photo_again_is_the_file_there_is()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var photo = Library.Photo();

        var first = await staff.Brings(portal, photo);
        var second = await staff.Brings(portal, photo);

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task A_contributor_changes_only_what_they_brought_and_only_in_their_own_folder()
    {
        var (editor, contributor) = (await portal.Browser().SignIn("bientap"), await portal.Browser().SignIn("congtacvien"));
        var theirs = await editor.Brings(portal, Library.Photo());
        var own = await contributor.Brings(portal, Library.Photo());

        Assert.Equal(HttpStatusCode.OK, (await contributor.Get($"{Library.Home}/{theirs.Id}")).StatusCode);
        foreach (var verb in new[] { "thay", "go", "khoi-phuc" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await contributor.Get($"{Library.Home}/{theirs.Id}/{verb}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await contributor.Get($"{Library.Home}/{own.Id}/go")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await contributor.SendFiles(Library.Upload, "Files", [("a.jpg", Library.Photo())], ("Folder", "chung"))).StatusCode);
    }

    [Fact]
    public async Task A_picture_without_words_is_not_saved_and_what_was_typed_stays()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var file = await staff.Brings(portal, Library.Photo());

        var answer = await staff.Send($"{Library.Home}/{file.Id}", ("Form.Alt", " "), ("Form.Caption", "Chú thích đã gõ"), ("Form.ExpiresOn", "32/13/2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal(["#Form_Alt", "#Form_ExpiresOn"], page.QuerySelectorAll(".esum a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Chú thích đã gõ", page.QuerySelector("#Form_Caption")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_was_slower_is_told_and_loses_nothing()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var file = await staff.Brings(portal, Library.Photo());
        var mine = await (await staff.Get($"{Library.Home}/{file.Id}")).Read();
        await staff.Send($"{Library.Home}/{file.Id}", ("Form.Title", "Tên của người nhanh hơn"));

        var answer = await staff.Send($"{Library.Home}/{file.Id}", mine, ("Form.Title", "Tên của tôi"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Tên của tôi", (await answer.Read()).QuerySelector("#Form_Title")!.GetAttribute("value"));
        Assert.Equal("Tên của người nhanh hơn", (await portal.File(file.Id)).Title);
    }

    [Fact]
    public async Task The_list_finds_by_words_without_marks_and_by_what_is_wrong()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var mute = await staff.Brings(portal, Library.Photo(), alt: "");
        var told = await staff.Brings(portal, Library.Photo(), alt: "Cầu cảng Gia Luận lúc bình minh");

        var found = await (await staff.Get(Library.Home + "?q=gia+luan+luc+binh")).Text();
        var wanting = await (await staff.Get(Library.Home + "?van-de=thieu-mo-ta")).Text();

        Assert.Contains(told.Id.ToString(), found, StringComparison.Ordinal);
        Assert.DoesNotContain(mute.Id.ToString(), found, StringComparison.Ordinal);
        Assert.Contains(mute.Id.ToString(), wanting, StringComparison.Ordinal);
        Assert.DoesNotContain(told.Id.ToString(), wanting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_chooses_from_the_library_and_brings_a_picture_with_its_words()
    {
        var staff = await portal.Browser().SignIn("congtacvien");
        var path = Library.Home + "/chon";

        var silent = await staff.SendFiles(path, "Sent", [("anh.jpg", Library.Photo())], ("Alt", "Bến tàu khách"));
        var page = await silent.Read();

        var name = page.QuerySelector(".pick")!.GetAttribute("data-chosen")!;
        Assert.Equal("Bến tàu khách", (await portal.Inside((_, db) => db.MediaFiles.SingleAsync(file => file.Name == name))).Alt);
        Assert.NotNull(page.QuerySelector($"button[data-name='{name}']"));
        Assert.Contains("data-library", await (await staff.Get("/quan-tri/noi-dung/moi/article")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_not_handed_in_while_its_picture_says_nothing_or_its_video_is_a_strangers()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var mute = await staff.Brings(portal, Library.Photo(), alt: "");

        var silent = await Draft(staff, "article", ("Body.Cover", mute.Name), ("Body.Text", "Nội dung"));
        var strange = await Draft(staff, "video", ("Body.Link", "https://example.com/phim"), ("Body.Transcript", "Lời"));

        Assert.Contains("Chưa gửi được: Ảnh thiếu mô tả cho người không nhìn thấy", await (await staff.Get(silent + "/gui-duyet")).Text(), StringComparison.Ordinal);
        Assert.Contains("Cổng chỉ liên kết video của YouTube", await (await staff.Get(strange + "/gui-duyet")).Text(), StringComparison.Ordinal);
        await staff.Send($"{Library.Home}/{mute.Id}", ("Form.Alt", "Bà con chờ phà"));
        Assert.DoesNotContain("Chưa gửi được", await (await staff.Get(silent + "/gui-duyet")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_nobody_brought_and_files_of_another_kind_do_not_pass_for_captions_films_or_conclusions()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var photo = await staff.Brings(portal, Library.Photo());

        var film = await Draft(staff, "video", ("Body.File", "gioi-thieu-cong.mp4"), ("Body.Captions", "bia-dat.vtt"));
        var still = await Draft(staff, "video", ("Body.File", photo.Name), ("Body.Transcript", "Lời"));
        var conclusion = await Draft(staff, "criticism", ("Body.Concerned", "Phòng thử (mẫu)"), ("Body.ConclusionNumber", "01/KL"), ("Body.ConcludedOn", "2026-11-01"), ("Body.ConcludedBy", "UBND"), ("Body.Conclusion", "ket-luan-khong-co.pdf"));
        var whole = await Draft(staff, "video", ("Body.File", "gioi-thieu-cong.mp4"), ("Body.Captions", "gioi-thieu-cong.vi.vtt"));

        Assert.Contains("“bia-dat.vtt” không có trong thư viện", await (await staff.Get(film + "/gui-duyet")).Text(), StringComparison.Ordinal);
        Assert.Contains($"cần video, còn tệp “{photo.Name}” là ảnh", await (await staff.Get(still + "/gui-duyet")).Text(), StringComparison.Ordinal);
        Assert.Contains("“ket-luan-khong-co.pdf” không có trong thư viện", await (await staff.Get(conclusion + "/gui-duyet")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("gioi-thieu-cong.vi.vtt”", await (await staff.Get(whole + "/gui-duyet")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_file_is_asked_for_again_before_the_text_goes_out()
    {
        var edition = Given.Edition(new Video { File = "gioi-thieu-cong.mp4", Captions = "bia-dat.vtt" }, slug: "phim-" + Guid.CreateVersion7().ToString("n"), inReview: true);
        var sound = Given.Edition(new Video { File = "gioi-thieu-cong.mp4", Captions = "gioi-thieu-cong.vi.vtt" }, slug: "phim-" + Guid.CreateVersion7().ToString("n"), inReview: true);

        var (invented, real) = await portal.Inside(async (services, _) =>
        {
            var publishing = services.GetRequiredService<Publishing>();
            return (await publishing.WhyNotWhatItNames(edition, default), await publishing.WhyNotWhatItNames(sound, default));
        });

        Assert.Contains("“bia-dat.vtt” không có trong thư viện", invented, StringComparison.Ordinal);
        Assert.Null(real);
    }

    private static async Task<string> Draft(Browser staff, string type, params (string Name, string Value)[] body)
    {
        var answer = await staff.Send("/quan-tri/noi-dung/moi/" + type, [("Title", "Bản nháp " + Guid.CreateVersion7().ToString("n")), ("Summary", "Tóm tắt"), .. body]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Text());
        return answer.Headers.Location!.ToString();
    }
}
