using CCHC.Portal.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Journeys;

/// <summary>Two people afraid of who will read them: one was treated badly at a counter, one knows of a crime.</summary>
public sealed class CitizensAreProtected(Theatre theatre) : Story(theatre)
{
    [Fact]
    public async Task What_is_said_about_a_counter_never_reaches_that_counter()
    {
        var said = Sending.Words("Người trực quầy hạch sách, bắt tôi đi lại bốn lần");
        await Comes();
        await Somebody.Opens("/phan-anh/gui?loai=Report");
        await Somebody.Says_what_happened(said, "Một cửa, tiếp nhận và trả kết quả");
        await Somebody.Page.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Trung tâm Phục vụ hành chính công" });
        await Somebody.Goes_on_to("Bạn là ai?");
        await Somebody.Goes_on_to("Xem lại trước khi gửi");
        await Somebody.Agrees_and_sends();
        var codes = await Somebody.Reads_the_codes();

        await Comes_in_as("canbo.mc");
        await Finds_nothing_of(said, codes);

        await Comes_in_as("lanhdao");
        await Somebody.Opens("/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + codes.Reference);
        await Somebody.Page.Locator("table.grid a[data-open]").ClickAsync();
        await Expect(Somebody.Page.Locator(".ed-side")).ToContainTextAsync("Những người này không đọc và không xử lý vụ việc.");
        await Looks_well();
        await Somebody.Keeps_a_picture("case-about-a-counter");
        await Somebody.Writes_an_answer("Việc bắt đi lại bốn lần là sai; người trực đã được chuyển vị trí và xin lỗi.");
        await Somebody.Button("Gửi trả lời").ClickAsync();
        await Somebody.Is_told("Đã gửi trả lời");

        await Comes();
        await Somebody.Follows_the_case(codes);
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync("Việc bắt đi lại bốn lần là sai");

        await Comes_in_as("canbo.mc");
        await Finds_nothing_of(said, codes);
    }

    [Fact]
    public async Task A_denunciation_is_read_by_its_readers_alone_and_its_sender_comes_back_unknown()
    {
        var said = Sending.Words("Cán bộ nhận tiền để cấp đất sai cho người quen");
        var codes = await Tells_in_secret(said);

        foreach (var other in new[] { "daumoi", "lanhdao", "kiemtra", "quantri" })
        {
            await Comes_in_as(other);
            await Finds_nothing_of(said, codes);
        }

        await The_reader_opens_it(codes);
        await Expect(Somebody.Page.Locator(".said")).ToHaveTextAsync(said);
        await Looks_well();
        await Somebody.Page.Locator("#Text").FillAsync("Việc xảy ra ở thôn nào, vào tháng nào?");
        await Somebody.Button("Hỏi người gửi").ClickAsync();

        await Comes();
        await Somebody.Asks_for_the_case(codes);
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync("Việc xảy ra ở thôn nào");
        await Expect(Somebody.Page.Locator("body")).Not.ToContainTextAsync(said);
        await Looks_well();
        await Somebody.Keeps_a_picture("sealed-mailbox");
        await Somebody.Field("Nội dung").FillAsync("Ở đầu thôn, tháng Tám.");
        await Somebody.Button("Gửi").ClickAsync();
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync("Ở đầu thôn, tháng Tám.");

        await The_reader_opens_it(codes);
        await Expect(Somebody.Page.Locator(".ed-main")).ToContainTextAsync("Ở đầu thôn, tháng Tám.");
    }

    private async Task<Codes> Tells_in_secret(string said)
    {
        await Comes();
        await Somebody.Opens("/phan-anh/gui?loai=Denunciation");
        await Somebody.Says_what_happened(said, "Khác hoặc không rõ");
        await Somebody.Goes_on_to("Bạn là ai?");
        await Somebody.Goes_on_to("Xem lại trước khi gửi");
        await Somebody.Agrees_and_sends();
        await Expect(Somebody.Heading).ToHaveTextAsync("Tin của bạn đã vào kho kín");
        return new Codes(await Somebody.Page.Locator(".code-box b").First.InnerTextAsync(), await Somebody.Page.Locator(".code-box.secret b").InnerTextAsync());
    }

    private async Task The_reader_opens_it(Codes codes)
    {
        await Half_a_minute_passes();
        await Comes_in_as("khokin");
        await Somebody.Opens("/quan-tri/kho-kin");
        await Somebody.Link(codes.Reference).ClickAsync();
        await Half_a_minute_passes();
        await Somebody.Page.GetByLabel("Mật khẩu của bạn").FillAsync(DemoPeople.Password);
        await Somebody.Field("Mã 6 số").FillAsync(Desk.CodeOnTheReadersTelephone);
        await Somebody.Button("Mở").ClickAsync();
    }

    // A code of the app works once; nobody waits for the next one here.
    private Task Half_a_minute_passes() => Theatre.Portal.Inside(async (_, db, _, _) => await db.Set<IdentityUserToken<Guid>>().Where(kept => kept.Name == "last-step").ExecuteDeleteAsync());

    // Neither behind its own address, nor on any list, nor by its words or its code.
    private async Task Finds_nothing_of(string said, Codes codes)
    {
        var (words, mark) = (Uri.EscapeDataString(said[..said.IndexOf('(', StringComparison.Ordinal)]), said[said.IndexOf('(', StringComparison.Ordinal)..]);
        foreach (var address in new[] { "/quan-tri", "/quan-tri/phan-anh?tinh-trang=tat-ca", "/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + words, "/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + codes.Reference, "/tim-kiem?q=" + words, "/quan-tri/kho-kin" })
        {
            var text = await (await Somebody.Context.APIRequest.GetAsync(address)).TextAsync();
            Assert.DoesNotContain(mark, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/" + codes.Reference, text, StringComparison.Ordinal);
        }
        Assert.Contains((await Somebody.Context.APIRequest.GetAsync("/quan-tri/phan-anh/" + codes.Reference)).Status, (int[])[403, 404]);
    }
}
