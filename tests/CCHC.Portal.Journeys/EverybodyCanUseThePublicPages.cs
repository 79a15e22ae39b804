namespace CCHC.Portal.Journeys;

/// <summary>Every kind of public page, examined for people with other eyes, hands and screens.</summary>
public sealed class EverybodyCanUseThePublicPages(Theatre theatre) : IAsyncDisposable
{
    private Visitor visitor = null!;

    public static TheoryData<string> Pages =>
    [
        "/", "/en", "/tin-tuc", "/tin-tuc?nam=1999", "/tin-tuc/nghi-24-11-va-thoi-han", "/tin-tuc/mot-buoi-sang-o-hai-co-so-mot-cua", "/tin-tuc/gui-phan-anh-va-theo-doi-tra-loi",
        "/en/tin-tuc/tu-y-kien-den-thay-doi", "/thu-tuc", "/thu-tuc?q=zzzzzz", "/thu-tuc/dang-ky-khai-sinh", "/en/thu-tuc/dang-ky-khai-sinh", "/thu-tuc/cap-so-ho-khau-giay", "/thu-tuc/don-gian-hoa", "/chi-so", "/chi-so/par-index", "/chi-tieu/nam-2026", "/cong-khai", "/cong-khai/danh-muc-tai-san-cong", "/iso/iso-18091-2020", "/an-toan-thong-tin/tu-kiem-tra", "/trang/de-an-06", "/viec-doi", "/viec-doi/sinh-con", "/khao-sat", "/khao-sat/ba-cau-ve-nop-ho-so", "/huong-dan", "/huong-dan/dich-vu-cong-truc-tuyen", "/chu-de", "/chu-de/thu-tuc-hanh-chinh", "/mo-hinh", "/mo-hinh/giay-hen-co-gio-pha",
        "/video", "/video/gui-phan-anh-va-theo-doi-tra-loi", "/am-thanh", "/an-pham",
        "/van-ban", "/van-ban?q=khong-co", "/van-ban/nghi-quyet-76-nq-cp", "/van-ban/nghi-dinh-61-2018-nd-cp", "/so-lieu-mot-cua", "/so-lieu-mot-cua/hai-co-so", "/viec-nay-ai-lam", "/viec-nay-ai-lam?q=zzzzzz", "/mot-cua", "/mot-cua/co-so-cat-ba", "/duong-day-nong", "/duong-day-nong/van-ban", "/ngoai-tuyen", "/khan-cap", "/lien-ket", "/trang/gioi-thieu", "/so-do-trang", "/du-lieu-mo", "/en/du-lieu-mo",
        "/tim-kiem", "/tim-kiem?q=khai%20sinh", "/tim-kiem?q=zzzzzz", "/tra-cuu-ho-so", "/tra-cuu-ho-so?ma=H26.123", "/tra-cuu-ho-so?ma=%3Cb%3E",
        "/phan-anh", "/phan-anh/cam-ket", "/phan-anh/cong-khai", "/hoi-dap", "/phan-anh/khieu-nai", "/phan-anh/to-cao", "/phan-anh/tra-cuu", "/phan-anh/viet-truoc", "/dang-nhap", "/khong-co-trang-nay",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everybody_can_use(string address)
    {
        visitor = await theatre.Visitor(1280);
        var examination = new Examination(visitor);

        await visitor.Opens(address);
        await examination.Of(address);

        examination.FoundNothing();
    }

    [Fact]
    public async Task Everybody_can_send_feedback_and_follow_it()
    {
        visitor = await theatre.Visitor(1280);
        var examination = new Examination(visitor);

        await visitor.Opens("/phan-anh/gui?loai=Report");
        await examination.Of("first step");
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator(".esum")).ToBeVisibleAsync();
        await examination.Of("first step with errors");
        await visitor.Says_what_happened(Sending.Words("Biển chỉ dẫn ở bến tàu nên có chữ lớn hơn"), "Du lịch, dịch vụ");
        await visitor.Goes_on_to("Bạn là ai?");
        await examination.Of("second step");
        await visitor.Goes_on_to("Xem lại trước khi gửi");
        await visitor.Agrees();
        await examination.Of("third step");
        await visitor.Button("Gửi").ClickAsync();
        var codes = await visitor.Reads_the_codes();
        await examination.Of("receipt");
        await visitor.Asks_for_the_case(codes with { Secret = "AAAA" });
        await examination.Of("look-up refused");
        await visitor.Follows_the_case(codes);
        await examination.Of("tracking");

        examination.FoundNothing();
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
