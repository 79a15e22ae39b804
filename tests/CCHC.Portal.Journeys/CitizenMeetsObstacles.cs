using CCHC.Portal.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>What goes wrong on a citizen's way, and that nothing written is lost by it.</summary>
public sealed class CitizenMeetsObstacles(Theatre theatre) : IAsyncDisposable
{
    private readonly string message = Sending.Words("Đèn đường ở dốc không sáng nhiều tối nay");
    private Visitor citizen = null!;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_wrong_secret_and_an_unknown_code_get_the_same_answer(int width, bool scripts)
    {
        citizen = await theatre.Visitor(width, scripts);
        var codes = await citizen.Sends_feedback(message);

        var toWrongSecret = await Is_refused_with(codes with { Secret = SomebodyElses.SecretFor(codes.Reference) });
        var toUnknownCode = await Is_refused_with(codes with { Reference = SomebodyElses.NewReference() });

        Assert.Equal(toUnknownCode, toWrongSecret);
        citizen.Met_no_trouble();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task An_expired_session_keeps_what_was_written(int width, bool scripts)
    {
        citizen = await theatre.Visitor(width, scripts);

        await Writes_the_first_step();
        await Lets_the_session_expire();
        await Is_told_that_the_session_expired_and_sees_the_text_again();
        await citizen.Goes_on_to("Bạn là ai?");
        citizen.Met_no_trouble();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Pressing_twice_makes_one_case(int width, bool scripts)
    {
        citizen = await theatre.Visitor(width, scripts);

        await Writes_the_first_step();
        await citizen.Goes_on_to("Bạn là ai?");
        await citizen.Goes_on_to("Xem lại trước khi gửi");
        await Presses_send_twice();
        await There_is_one_case();
        citizen.Met_no_trouble();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_suspected_denunciation_is_told_so_and_what_it_said_is_not_shown_again(int width, bool scripts)
    {
        citizen = await theatre.Visitor(width, scripts);

        await Writes_that_somebody_took_money();
        await Is_told_that_it_goes_to_the_sealed_store();
        var codes = await Sends_it_all_the_same();
        await Finds_a_mailbox_without_what_was_said(codes);
        Assert.Empty(await theatre.Portal.CasesSaying(message));
        citizen.Met_no_trouble();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_draft_comes_back_after_the_page_was_lost(int width)
    {
        citizen = await theatre.Visitor(width);

        await Writes_the_first_step();
        await Loses_the_page();
        await Finds_the_draft_again();
        await Throws_the_draft_away();
        citizen.Met_no_trouble();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Without_a_network_nothing_is_lost(int width)
    {
        citizen = await theatre.Visitor(width);

        await Writes_the_first_step();
        await Presses_on_without_a_network();
        await Is_told_so_and_keeps_the_text();
        await Gets_the_network_back();
        await Expect(citizen.Page.GetByRole(AriaRole.Heading, new() { Name = "Bạn là ai?" })).ToBeVisibleAsync(new() { Timeout = 20_000 });   // it went on by itself
        citizen.TakeTroubles();
        citizen.Met_no_trouble();
    }

    public ValueTask DisposeAsync() => citizen.DisposeAsync();

    private async Task Writes_the_first_step()
    {
        await citizen.Opens("/phan-anh/gui?loai=Report");
        await citizen.Says_what_happened(message, "Xây dựng, đô thị");
    }

    private async Task<string> Is_refused_with(Codes codes)
    {
        await citizen.Asks_for_the_case(codes);
        await Expect(citizen.Heading).ToHaveTextAsync("Tra cứu phản ánh");
        await Expect(citizen.Page.Locator(".esum")).ToContainTextAsync("Hai mã này không mở được phản ánh nào");
        return await citizen.Page.Locator(".esum").InnerTextAsync();
    }

    private async Task Lets_the_session_expire()
    {
        foreach (var cookie in (await citizen.Context.CookiesAsync()).Where(cookie => cookie.Name.EndsWith("portal.form", StringComparison.Ordinal)))
        {
            await citizen.Context.ClearCookiesAsync(new() { Name = cookie.Name });
        }
        await citizen.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();
    }

    private async Task Is_told_that_the_session_expired_and_sees_the_text_again()
    {
        await Expect(citizen.Page.Locator(".esum")).ToContainTextAsync("Phiên đã hết hạn");
        await Expect(citizen.Message).ToHaveValueAsync(message);
        await Expect(citizen.Page.GetByLabel("Về lĩnh vực nào?")).ToHaveValueAsync("Construction");
    }

    private async Task Presses_send_twice()
    {
        await citizen.Agrees();
        await citizen.Button("Gửi").DblClickAsync();
        await citizen.Reads_the_codes();
    }

    private async Task There_is_one_case() => Assert.Single(await theatre.Portal.CasesSaying(message));

    private async Task Writes_that_somebody_took_money()
    {
        await citizen.Opens("/phan-anh/gui?loai=Report");
        await citizen.Says_what_happened(message + " vì có người nhận tiền để bỏ qua", "Kỷ luật, thái độ công vụ");
        await citizen.Goes_on_to("Bạn là ai?");
        await citizen.Goes_on_to("Xem lại trước khi gửi");
    }

    private async Task Is_told_that_it_goes_to_the_sealed_store()
    {
        var notice = citizen.Page.Locator(".notice-box.warn");
        await Expect(notice).ToContainTextAsync("Tin này sẽ vào kho kín");
        await Expect(notice).ToContainTextAsync("nhận tiền");
        await Expect(notice).ToContainTextAsync("không phải là đơn tố cáo");
    }

    private async Task<Codes> Sends_it_all_the_same()
    {
        await citizen.Agrees_and_sends();
        await Expect(citizen.Heading).ToHaveTextAsync("Tin của bạn đã vào kho kín");
        return new Codes(await citizen.Page.Locator(".code-box b").First.InnerTextAsync(), await citizen.Page.Locator(".code-box.secret b").InnerTextAsync());
    }

    private async Task Finds_a_mailbox_without_what_was_said(Codes codes)
    {
        await citizen.Asks_for_the_case(codes);
        await Expect(citizen.Heading).ToHaveTextAsync("Trao đổi với người phụ trách");
        await Expect(citizen.Page.Locator("body")).Not.ToContainTextAsync(message);
    }

    private CaseCodes SomebodyElses => theatre.Portal.Services.GetRequiredService<CaseCodes>();

    private async Task Loses_the_page() => await citizen.Opens("about:blank");

    private async Task Finds_the_draft_again()
    {
        await citizen.Opens("/phan-anh/gui");
        await Expect(citizen.Page.Locator("[data-said]")).ToContainTextAsync("Đã khôi phục phần bạn viết lúc trước.");
        await Expect(citizen.Message).ToHaveValueAsync(message);
        await Expect(citizen.Page.GetByLabel("Về lĩnh vực nào?")).ToHaveValueAsync("Construction");
    }

    private async Task Throws_the_draft_away()
    {
        await citizen.Button("Xóa bản nháp").ClickAsync();
        await Expect(citizen.Message).ToHaveValueAsync("");
        await citizen.Page.ReloadAsync();
        await Expect(citizen.Message).ToHaveValueAsync("");
    }

    private async Task Presses_on_without_a_network()
    {
        await citizen.Context.SetOfflineAsync(true);
        await citizen.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();
    }

    private async Task Is_told_so_and_keeps_the_text()
    {
        await Expect(citizen.Page.Locator("[data-said]")).ToContainTextAsync("Bạn đang mất mạng");
        await Expect(citizen.Message).ToHaveValueAsync(message);
    }

    private Task Gets_the_network_back() => citizen.Context.SetOfflineAsync(false);
}
