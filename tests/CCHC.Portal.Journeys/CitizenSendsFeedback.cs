namespace CCHC.Portal.Journeys;

/// <summary>A citizen sends feedback with a picture, keeps two codes, and follows the case with them.</summary>
public sealed class CitizenSendsFeedback(Theatre theatre) : IAsyncDisposable
{
    private readonly string message = Sending.Words("Rác để nhiều ngày ở chân cầu cảng, bốc mùi.\nĐề nghị thu gom sớm");
    private Visitor citizen = null!;
    private Codes codes = null!;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_citizen_sends_feedback_and_follows_it(int width, bool scripts)
    {
        citizen = await theatre.Visitor(width, scripts);

        await Comes_from_the_home_page();
        await Goes_on_too_early_and_is_told_what_is_missing();
        await Follows_the_error_to_its_field();
        await Writes_what_happened_with_a_picture();
        await Says_who_they_are_with_a_wrong_number_first();
        await Goes_back_twice_and_finds_everything_in_place();
        await Checks_and_sends();
        await Opens_the_case_with_codes_in_small_letters_without_hyphens();
        await Adds_what_was_forgotten();
        await The_portal_has_one_case_with_its_picture(scripts);
        citizen.Met_no_trouble();
    }

    public ValueTask DisposeAsync() => citizen.DisposeAsync();

    private async Task Comes_from_the_home_page()
    {
        await citizen.Opens("/");
        await citizen.Page.Locator(".tiles").GetByRole(AriaRole.Link, new() { Name = "Gửi phản ánh, kiến nghị" }).ClickAsync();
        await Expect(citizen.Heading).ToHaveTextAsync("Bạn muốn nói với chúng tôi điều gì?");
        await citizen.Link("Phản ánh, kiến nghị, góp ý, khen ngợi").ClickAsync();
        await Expect(citizen.Heading).ToHaveTextAsync("Gửi phản ánh, kiến nghị");
        await citizen.Keeps_a_picture("send-1");
    }

    private async Task Goes_on_too_early_and_is_told_what_is_missing()
    {
        await citizen.Page.GetByLabel("Về lĩnh vực nào?").SelectOptionAsync(new SelectOptionValue { Label = "Môi trường, hạ tầng" });
        await citizen.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();

        await Expect(citizen.Page.Locator(".esum")).ToContainTextAsync("Có 1 mục cần sửa");
        Assert.StartsWith("Lỗi: ", await citizen.Page.TitleAsync(), StringComparison.Ordinal);
        await citizen.Keeps_a_picture("send-1-error");
    }

    private async Task Follows_the_error_to_its_field()
    {
        await citizen.Page.Locator(".esum").GetByRole(AriaRole.Link, new() { Name = "Hãy viết nội dung" }).ClickAsync();

        await Expect(citizen.Message).ToBeFocusedAsync();
        await Expect(citizen.Message).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(citizen.Page.GetByLabel("Về lĩnh vực nào?")).ToHaveValueAsync("Environment");
    }

    private async Task Writes_what_happened_with_a_picture()
    {
        await citizen.Message.FillAsync(message);
        await citizen.Field("Xảy ra ở đâu?").FillAsync("Bến Bèo, cầu cảng số 2");
        await citizen.Field("Ngày").And(citizen.Page.Locator("#Form_Day")).FillAsync("8");
        await citizen.Page.Locator("#Form_Month").FillAsync("10");
        await citizen.Page.Locator("#Form_Year").FillAsync("2026");
        await citizen.Page.GetByLabel("Ảnh, giấy tờ, phim hoặc ghi âm").SetInputFilesAsync(new FilePayload
        {
            Name = "ảnh chụp ở bến.jpg",
            MimeType = "image/jpeg",
            Buffer = await citizen.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg }),
        });
        await citizen.Goes_on_to("Bạn là ai?");
        await citizen.Keeps_a_picture("send-2");
    }

    private async Task Says_who_they_are_with_a_wrong_number_first()
    {
        await citizen.Field("Họ và tên").FillAsync("Nguyễn Thị Mẫu");
        await citizen.Field("Địa chỉ").FillAsync("Thôn 2, Trân Châu");
        await citizen.Field("Số điện thoại").FillAsync("12");
        await citizen.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();
        await citizen.Page.Locator(".esum").GetByRole(AriaRole.Link, new() { Name = "Số điện thoại chưa đúng" }).ClickAsync();

        await Expect(citizen.Field("Số điện thoại")).ToBeFocusedAsync();
        await Expect(citizen.Field("Số điện thoại")).ToHaveValueAsync("12");
        await citizen.Field("Số điện thoại").FillAsync("0900 000 417");
        await citizen.Page.GetByLabel("Được công khai nội dung và câu trả lời").CheckAsync();
    }

    private async Task Goes_back_twice_and_finds_everything_in_place()
    {
        await citizen.Goes_on_to("Xem lại trước khi gửi");
        await citizen.Button("Quay lại").ClickAsync();
        await Expect(citizen.Field("Họ và tên")).ToHaveValueAsync("Nguyễn Thị Mẫu");
        await Expect(citizen.Page.GetByLabel("Được công khai nội dung và câu trả lời")).ToBeCheckedAsync();
        await citizen.Button("Quay lại").ClickAsync();

        await Expect(citizen.Message).ToHaveValueAsync(message);
        await Expect(citizen.Field("Xảy ra ở đâu?")).ToHaveValueAsync("Bến Bèo, cầu cảng số 2");
        await Expect(citizen.Page.Locator("#Form_Month")).ToHaveValueAsync("10");
        await Expect(citizen.Page.Locator(".files li")).ToHaveCountAsync(1);
        await citizen.Goes_on_to("Bạn là ai?");
        await Expect(citizen.Field("Địa chỉ")).ToHaveValueAsync("Thôn 2, Trân Châu");
        await citizen.Goes_on_to("Xem lại trước khi gửi");
    }

    private async Task Checks_and_sends()
    {
        await Expect(citizen.Page.Locator(".summary-list")).ToContainTextAsync("Đề nghị thu gom sớm");
        await Expect(citizen.Page.Locator(".summary-list")).ToContainTextAsync("ảnh chụp ở bến");
        await citizen.Keeps_a_picture("send-3");
        await citizen.Agrees_and_sends();
        codes = await citizen.Reads_the_codes();
        await citizen.Keeps_a_picture("receipt");
    }

    private async Task Opens_the_case_with_codes_in_small_letters_without_hyphens()
    {
        await citizen.Button("Tôi đã lưu mã, xem phản ánh").ClickAsync();
        await Expect(citizen.Heading).ToHaveTextAsync("Theo dõi phản ánh của bạn");
        await citizen.Follows_the_case(codes.Sloppy);

        await Expect(citizen.Page.Locator(".ticket")).ToContainTextAsync(codes.Reference);
        await Expect(citizen.Page.Locator(".tl .note").First).ToHaveTextAsync(message);
    }

    private async Task Adds_what_was_forgotten()
    {
        await citizen.Adds("Rác nằm ngay cạnh cột đèn thứ ba.");
        await citizen.Keeps_a_picture("track");
    }

    private async Task The_portal_has_one_case_with_its_picture(bool scripts)
    {
        var feedback = Assert.Single(await theatre.Portal.CasesSaying(message));
        Assert.Equal(codes.Reference, feedback.ReferenceCode);
        Assert.Single(feedback.Attachments);
        Assert.True(feedback.MayPublish);
        Assert.Equal(!scripts, feedback.NeedsHumanCheck);   // without scripts nothing proves a person, and a person looks first
    }
}
