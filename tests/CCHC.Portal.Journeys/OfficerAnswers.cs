namespace CCHC.Portal.Journeys;

/// <summary>An officer finds what is theirs, asks, answers and forwards; the citizen reads it all with two codes.</summary>
public sealed class OfficerAnswers(Theatre theatre) : IAsyncDisposable
{
    private const string Unit = "Phòng Kinh tế", Question = "Xin cho biết đống rác ở cầu cảng số mấy?", Addition = "Ở cầu cảng số 2, cạnh cột đèn.";
    private const string Answer = "Tổ thu gom đã dọn sáng nay và đặt thêm hai thùng rác.", Reason = "Việc này thuộc tiếp công dân của Văn phòng.";
    private readonly string message = Sending.Words("Rác đọng nhiều ngày ở bến");
    private Visitor? visitor;
    private Codes codes = null!;

    private Visitor Somebody => visitor!;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_asks_and_answers(int width)
    {
        await A_citizen_sends_feedback(width);
        await An_officer_of_another_unit_does_not_find_it(width);
        await The_officer_signs_in_and_sees_only_what_is_theirs(width);
        await Opens_the_case_and_takes_it();
        await Asks_the_citizen();
        await The_citizen_reads_the_question_and_adds_something(width);
        await The_officer_reads_the_addition_and_answers(width);
        await The_citizen_reads_the_answer(width);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_forwards_what_is_not_theirs(int width)
    {
        await A_citizen_sends_feedback(width);
        await The_officer_signs_in_and_sees_only_what_is_theirs(width);
        await Forwarding_without_a_reason_is_refused();
        await Forwards_with_a_reason_and_loses_sight_of_it();
        await The_other_unit_finds_it(width);
        await The_citizen_reads_where_it_went_and_why(width);
    }

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
    }

    // One at a time: who leaves closes the browser, who comes back comes with nothing but what they know.
    private async Task Comes(int width)
    {
        if (visitor is not null)
        {
            visitor.Met_no_trouble();
            await visitor.DisposeAsync();
        }
        visitor = await theatre.Visitor(width);
    }

    private async Task A_citizen_sends_feedback(int width)
    {
        await Comes(width);
        codes = await Somebody.Sends_feedback(message);
    }

    private async Task An_officer_of_another_unit_does_not_find_it(int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as("canbo.mc");
        await Somebody.Opens("/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + codes.Reference);
        await Expect(Somebody.Page.GetByText("Không có phản ánh nào")).ToBeVisibleAsync();
        Assert.Equal(404, (await Somebody.Opens("/quan-tri/phan-anh/" + codes.Reference))!.Status);
    }

    private async Task The_officer_signs_in_and_sees_only_what_is_theirs(int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as("canbo.kt");
        await Somebody.Opens("/quan-tri/phan-anh");

        await Expect(Somebody.Heading).ToHaveTextAsync("Phản ánh, kiến nghị");
        foreach (var unit in await Somebody.Page.Locator("td[data-l='Phụ trách']").AllInnerTextsAsync())
        {
            Assert.Contains(Unit, unit, StringComparison.Ordinal);
        }
        await Somebody.Keeps_a_picture("inbox");
        await Finds_the_case();
    }

    private async Task Finds_the_case()
    {
        await Somebody.Page.GetByLabel("Từ khóa hoặc mã").FillAsync(codes.Sloppy.Reference);
        await Somebody.Button("Lọc").ClickAsync();
        await Somebody.Page.Locator("table.grid").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync(message);
    }

    private async Task Opens_the_case_and_takes_it()
    {
        await Somebody.Keeps_a_picture("case");
        await Somebody.Button("Tôi nhận việc này").ClickAsync();
        await Expect(Somebody.Page.Locator(".dl").Filter(new() { HasText = "Phụ trách" })).ToContainTextAsync("Cán bộ Phòng Kinh tế");
    }

    private async Task Asks_the_citizen()
    {
        await Somebody.Link("Hỏi thêm người gửi").ClickAsync();
        await Somebody.Field("Câu hỏi").FillAsync(Question);
        await Somebody.Button("Gửi câu hỏi").ClickAsync();
        await Somebody.Is_told("Đã gửi câu hỏi cho người gửi.");
        await Expect(Somebody.Page.Locator(".case-h .tags")).ToContainTextAsync("Chờ bổ sung");
    }

    private async Task The_citizen_reads_the_question_and_adds_something(int width)
    {
        await Comes(width);
        await Somebody.Follows_the_case(codes.Sloppy);
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync(Question);
        await Expect(Somebody.Page.GetByRole(AriaRole.Heading, new() { Name = "Trả lời câu hỏi của cán bộ" })).ToBeVisibleAsync();
        await Somebody.Adds(Addition);
    }

    private async Task The_officer_reads_the_addition_and_answers(int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as("canbo.kt");
        await Somebody.Opens("/quan-tri/phan-anh");
        await Finds_the_case();
        await Expect(Somebody.Page.GetByText(Addition)).ToBeVisibleAsync();
        await Somebody.Writes_an_answer(Answer);
        await Somebody.Button("Trình duyệt").ClickAsync();
        await Somebody.Is_told("Đã trình duyệt câu trả lời.");
        await The_head_approves_it(width);
        await Expect(Somebody.Page.Locator(".case-h .tags")).ToContainTextAsync("Đã trả lời");
    }

    private async Task The_head_approves_it(int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as("truongphong.kt");
        await Somebody.Opens("/quan-tri/phan-anh?hang=cho-toi-duyet");
        await Finds_the_case();
        await Somebody.Link("Duyệt hoặc trả lại").ClickAsync();
        await Somebody.Button("Duyệt và gửi người dân").ClickAsync();
        await Somebody.Is_told("Đã duyệt và gửi trả lời cho người dân.");
    }

    private async Task The_citizen_reads_the_answer(int width)
    {
        await Comes(width);
        await Somebody.Follows_the_case(codes);
        await Expect(Somebody.Page.Locator(".ticket")).ToContainTextAsync("Đã trả lời");
        await Expect(Somebody.Page.Locator(".tl li").Filter(new() { HasText = Answer })).ToContainTextAsync(Unit);
        await Expect(Somebody.Page.Locator("body")).Not.ToContainTextAsync("Cán bộ Phòng Kinh tế (mẫu)");
        Somebody.Met_no_trouble();
    }

    private async Task Forwarding_without_a_reason_is_refused()
    {
        await Somebody.Link("Chuyển đơn vị").ClickAsync();
        await Somebody.Page.GetByLabel("Văn phòng HĐND và UBND").CheckAsync();
        await Somebody.Field("Lý do").FillAsync("   ");
        await Somebody.Button("Chuyển").ClickAsync();
        await Expect(Somebody.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy viết lý do chuyển.");
        await Expect(Somebody.Page.GetByLabel("Văn phòng HĐND và UBND")).ToBeCheckedAsync();
    }

    private async Task Forwards_with_a_reason_and_loses_sight_of_it()
    {
        await Somebody.Field("Lý do").FillAsync(Reason);
        await Somebody.Button("Chuyển").ClickAsync();
        await Somebody.Is_told($"Đã chuyển {codes.Reference} đến Văn phòng HĐND và UBND.");
        Assert.Equal(404, (await Somebody.Opens("/quan-tri/phan-anh/" + codes.Reference))!.Status);
    }

    private async Task The_other_unit_finds_it(int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as("canbo.vp");
        await Somebody.Opens("/quan-tri/phan-anh");
        await Finds_the_case();
        await Expect(Somebody.Page.GetByText(Reason)).ToBeVisibleAsync();
    }

    private async Task The_citizen_reads_where_it_went_and_why(int width)
    {
        await Comes(width);
        await Somebody.Follows_the_case(codes);
        await Expect(Somebody.Page.Locator(".ticket")).ToContainTextAsync("Văn phòng HĐND và UBND");
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync(Reason);
        Somebody.Met_no_trouble();
    }
}
