using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Journeys;

/// <summary>The whole life of an article on telephones: out of Word, with a photo and a film, mended, approved for an hour, read, corrected, withdrawn.</summary>
public sealed partial class EditorsTellAStory(Theatre theatre) : Story(theatre)
{
    private readonly string title = Sending.Words("Bến phà mở thêm quầy vé");
    private string desk = "", address = "", photo = "", film = "", filmPage = "";

    [Fact]
    public async Task An_article_lives_from_a_word_file_to_its_withdrawal()
    {
        await Comes_in_as("congtacvien");
        await The_contributor_uploads_a_photo_and_a_film();
        await Imports_a_word_file();
        await Adds_the_photo_and_the_film_and_hands_it_in();

        await Comes_in_as("bientap");
        await The_editor_mends_it_and_hands_it_in_again();

        await Comes_in_as("duyetbai");
        await The_publisher_approves_it_for_the_next_minute();

        await Comes();
        await A_resident_reads_it_when_its_hour_has_come();

        await Comes_in_as("bientap");
        await The_editor_corrects_it_and_tells_readers();
        await Comes_in_as("duyetbai");
        await The_publisher_publishes_the_correction();

        await Comes();
        await A_resident_reads_what_changed();

        await Comes_in_as("duyetbai");
        await The_publisher_withdraws_it();

        await Comes();
        await A_resident_is_told_that_it_is_gone();
    }

    private async Task The_contributor_uploads_a_photo_and_a_film()
    {
        (photo, var page) = await Uploads($"ben-pha-{Guid.CreateVersion7():n}.png", "image/png", Drawing.Png(640, 420, (byte)Random.Shared.Next(256)));
        await Somebody.Opens(page);
        await Somebody.Field("Mô tả ảnh (cần có)").FillAsync("Bà con xếp hàng mua vé ở bến phà");
        await Somebody.Page.GetByLabel("Người trong ảnh, video").SelectOptionAsync("Không có người nhận ra được");
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu.");

        // The seeded film with something harmless at its end: the library knows a film it has.
        var bytes = await File.ReadAllBytesAsync(Path.Combine(PortalOnPort.Seeds, "cat-hai/media/gioi-thieu-cong.mp4"));
        (film, filmPage) = await Uploads($"quay-ve-{Guid.CreateVersion7():n}.mp4", "video/mp4", [.. bytes, 0, 0, 0, 24, .. "free"u8, .. Guid.CreateVersion7().ToByteArray()]);
    }

    private async Task<(string Name, string Page)> Uploads(string name, string type, byte[] content)
    {
        await Somebody.Opens("/quan-tri/thu-vien/tai-len");
        await Somebody.Page.Locator("#Files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
        await Somebody.Button("Tải lên").ClickAsync();
        await Somebody.Page.WaitForURLAsync(url => FilePage().IsMatch(url), new() { Timeout = 60_000 });
        return (await Somebody.Page.Locator(".dl code").First.InnerTextAsync(), new Uri(Somebody.Page.Url).AbsolutePath);
    }

    private async Task Imports_a_word_file()
    {
        await Somebody.Opens("/quan-tri/noi-dung/nhap-word");
        var picture = await File.ReadAllBytesAsync(Path.Combine(PortalOnPort.Seeds, "cat-hai/media/ferry.webp"));
        await Somebody.Page.SetInputFilesAsync("#File", new FilePayload { Name = "ben-pha.docx", MimeType = "application/octet-stream", Buffer = WordFile.Of(title, picture) });
        await Somebody.Button("Nhập thành bản nháp").ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync("Đã nhập thành bản nháp");
        await Somebody.Page.Locator("textarea[name^='Alt.']").FillAsync("Phà rời bến");
        await Somebody.Button("Lưu mô tả và mở bài").ClickAsync();
        await Somebody.Is_told("Đã lưu mô tả ảnh.");
        desk = new Uri(Somebody.Page.Url).AbsolutePath;
    }

    private async Task Adds_the_photo_and_the_film_and_hands_it_in()
    {
        await Somebody.Page.Locator("[id='Body.Cover']").FillAsync(photo);
        await Somebody.Page.Locator("details.fold summary", new() { HasText = "Video" }).ClickAsync();
        await Somebody.Page.Locator("[id='Body.Video.0.File']").FillAsync(film);
        await Somebody.Page.Locator("[id='Body.Video.0.Transcript']").FillAsync("Giới thiệu cổng thông tin.");
        await Somebody.Page.Locator("input[name=Topics]").First.CheckAsync();
        await Somebody.Keeps_a_picture("story-draft");
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu.");
        await Hands_in();
        await Expect(Somebody.Link("Duyệt đăng")).ToHaveCountAsync(0);
    }

    private async Task The_editor_mends_it_and_hands_it_in_again()
    {
        await Somebody.Opens(desk);
        await Somebody.Field("Tóm tắt").FillAsync("Từ thứ Hai, bến phà có thêm một quầy vé.");
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu.");
        await Hands_in();
        await The_film_is_ready();
    }

    private async Task The_film_is_ready()
    {
        for (var again = 0; again < 90; again++)
        {
            await Somebody.Opens(filmPage);
            if (await Somebody.Page.Locator("progress").CountAsync() == 0)
            {
                return;
            }
            await Task.Delay(2_000);
        }
        Assert.Fail("The film was never ready.");
    }

    private async Task The_publisher_approves_it_for_the_next_minute()
    {
        await Somebody.Opens("/quan-tri/noi-dung?viec=cho-toi");
        await Somebody.Link(title).ClickAsync();
        await Somebody.Link("Hẹn giờ").ClickAsync();
        var hour = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).AddSeconds(65);
        await Somebody.Page.Locator("#Day").FillAsync(hour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Somebody.Page.Locator("#Hour").FillAsync(hour.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Somebody.Button("Duyệt và hẹn giờ").ClickAsync();
        await Somebody.Is_told("Đã hẹn đăng lúc");
        await Somebody.Opens(desk);
        await Expect(Somebody.Page.GetByText("Sẽ đăng lúc")).ToBeVisibleAsync();
        await Somebody.Keeps_a_picture("story-scheduled");
    }

    private async Task A_resident_reads_it_when_its_hour_has_come()
    {
        await Somebody.Opens("/tin-tuc");
        for (var again = 0; again < 60 && await Somebody.Link(title).CountAsync() == 0; again++)
        {
            await Task.Delay(2_000);
            await Somebody.Opens("/tin-tuc");
        }
        await Somebody.Link(title).First.ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync(title);
        await Expect(Somebody.Page.Locator("video")).ToHaveAttributeAsync("preload", "none");
        await Expect(Somebody.Page.GetByText("Đọc bản lời thoại")).ToBeVisibleAsync();
        address = new Uri(Somebody.Page.Url).AbsolutePath;
        await Somebody.Keeps_a_picture("story-read");
    }

    private async Task The_editor_corrects_it_and_tells_readers()
    {
        await Somebody.Opens(desk);
        await Somebody.Field("Tóm tắt").FillAsync("Từ thứ Ba, bến phà có thêm một quầy vé.");
        await Somebody.Field("Người đọc cần biết sửa gì").FillAsync("Sửa ngày mở quầy: thứ Ba.");
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu thành bản nháp số 2.");
        desk = new Uri(Somebody.Page.Url).AbsolutePath;
        await Hands_in();
    }

    private async Task The_publisher_publishes_the_correction()
    {
        await Somebody.Opens(desk);
        await Somebody.Link("Duyệt đăng").ClickAsync();
        await Somebody.Button("Đăng ngay").ClickAsync();
        await Somebody.Is_told("Đã đăng.");
    }

    private async Task A_resident_reads_what_changed()
    {
        await Somebody.Opens_until(address, Somebody.Page.Locator("details.changes"));
        await Somebody.Page.Locator("details.changes summary").ClickAsync();
        await Expect(Somebody.Page.Locator("details.changes")).ToContainTextAsync("Sửa ngày mở quầy: thứ Ba.");
    }

    private async Task The_publisher_withdraws_it()
    {
        await Somebody.Opens(desk);
        await Somebody.Link("Gỡ xuống").ClickAsync();
        await Somebody.Field("Lý do gỡ").FillAsync("Quầy vé đã đóng.");
        await Somebody.Button("Gỡ xuống").ClickAsync();
        await Somebody.Is_told("Đã gỡ.");
    }

    private async Task A_resident_is_told_that_it_is_gone()
    {
        await Somebody.Opens_until(address, Somebody.Page.GetByRole(AriaRole.Heading, new() { Name = "Trang này đã được gỡ" }));
        Assert.Equal(410, (await Somebody.Opens(address))!.Status);
        Somebody.Met_no_trouble();
    }

    private async Task Hands_in()
    {
        await Somebody.Opens(desk);
        await Somebody.Button("Lưu và gửi duyệt").ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync("Gửi duyệt");
        await Somebody.Button("Gửi duyệt").ClickAsync();
        await Somebody.Is_told("Đã gửi duyệt.");
    }

    [GeneratedRegex("thu-vien/[0-9a-f-]{36}$")]
    private static partial Regex FilePage();
}
