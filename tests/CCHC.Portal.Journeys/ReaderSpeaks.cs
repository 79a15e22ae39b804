namespace CCHC.Portal.Journeys;

/// <summary>A reader on a phone without scripts says that a guide did not help, reports what is wrong on it, and an editor mends it.</summary>
public sealed class ReaderSpeaks(Theatre theatre) : IAsyncDisposable
{
    private const string Guide = "/huong-dan/kich-hoat-vneid";
    private readonly string words = $"Bước 3 chưa nói tải ở đâu, số {Random.Shared.Next()}.";
    private Visitor somebody = null!;

    [Fact]
    public async Task On_a_phone_without_scripts_a_reader_votes_and_reports_and_an_editor_answers()
    {
        somebody = await theatre.Visitor(360, scripts: false);
        await Says_that_the_guide_did_not_help();
        await Sends_the_report_too_early_and_then_with_words();
        somebody.Met_no_trouble();
        await somebody.DisposeAsync();

        somebody = await theatre.Visitor(360, scripts: false);
        await somebody.Signs_in_as("bientap");
        await Finds_the_report_and_says_it_is_mended();
        somebody.Met_no_trouble();
    }

    [Fact]
    public async Task Everybody_can_use_the_question_the_form_and_its_doors()
    {
        somebody = await theatre.Visitor(1280);
        var examination = new Examination(somebody);

        await somebody.Opens(Guide);
        await somebody.Button("Có").ClickAsync();
        await Expect(somebody.Page.GetByText("Cảm ơn bạn đã cho biết.")).ToBeVisibleAsync();
        await examination.Of("thanks");
        await somebody.Link("Báo sai sót").ClickAsync();
        await examination.Of("form");
        await somebody.Button("Gửi cho ban biên tập").ClickAsync();
        await examination.Of("form with errors");
        await somebody.Page.GetByLabel("Điều khác").CheckAsync();
        await somebody.Field("Chỗ nào, và đúng ra là gì?").FillAsync("Hồ sơ của tôi chưa giải quyết.");
        await somebody.Button("Gửi cho ban biên tập").ClickAsync();
        await Expect(somebody.Button("Chuyển sang gửi phản ánh")).ToBeVisibleAsync();
        await examination.Of("pointed to the feedback door");
        await somebody.Field("Chỗ nào, và đúng ra là gì?").FillAsync("Cán bộ nhận tiền phong bì.");
        await somebody.Button("Đây đúng là sai sót của trang, gửi cho ban biên tập").ClickAsync();
        await examination.Of("pointed to the sealed form");
        await somebody.Button("Mở biểu mẫu kín").ClickAsync();
        await Expect(somebody.Field("Nội dung")).ToHaveValueAsync("Cán bộ nhận tiền phong bì.");

        examination.FoundNothing();
    }

    public async ValueTask DisposeAsync() => await somebody.DisposeAsync();

    private async Task Says_that_the_guide_did_not_help()
    {
        await somebody.Opens(Guide);
        await Expect(somebody.Page.GetByText("Trang này có ích không?")).ToBeVisibleAsync();
        await somebody.Button("Chưa").ClickAsync();

        await Expect(somebody.Page.GetByText("Cảm ơn bạn. Nếu chỗ nào chưa đúng")).ToBeVisibleAsync();
        await Expect(somebody.Button("Chưa")).ToBeHiddenAsync();
    }

    private async Task Sends_the_report_too_early_and_then_with_words()
    {
        await somebody.Page.GetByRole(AriaRole.Link, new() { Name = "Báo sai sót" }).ClickAsync();
        await Expect(somebody.Heading).ToHaveTextAsync("Báo sai sót trên trang");
        await somebody.Page.GetByLabel("Đọc không hiểu").CheckAsync();
        await somebody.Button("Gửi cho ban biên tập").ClickAsync();

        await Expect(somebody.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy viết chỗ nào chưa đúng");
        await Expect(somebody.Page.GetByLabel("Đọc không hiểu")).ToBeCheckedAsync();
        await somebody.Field("Chỗ nào, và đúng ra là gì?").FillAsync(words);
        await somebody.Button("Gửi cho ban biên tập").ClickAsync();

        await Expect(somebody.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(Guide + "#da-bao$"));
        await Expect(somebody.Page.GetByText("Đã gửi cho đơn vị phụ trách trang.")).ToBeVisibleAsync();
    }

    private async Task Finds_the_report_and_says_it_is_mended()
    {
        await somebody.Opens("/quan-tri/noi-dung/ban-doc-bao");
        var line = somebody.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words });
        await line.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(somebody.Page.GetByText(words)).ToBeVisibleAsync();
        await somebody.Page.GetByLabel("Đã sửa trang").CheckAsync();
        await somebody.Button("Ghi kết quả").ClickAsync();

        await Expect(somebody.Page.GetByText("Đã ghi kết quả.")).ToBeVisibleAsync();
        await Expect(somebody.Page.GetByText(words)).ToBeHiddenAsync();
    }
}
