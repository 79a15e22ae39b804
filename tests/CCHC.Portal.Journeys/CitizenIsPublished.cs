using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>An answered case becomes a page for everybody by consent and two officers, and leaves it when the consent does.</summary>
public sealed class CitizenIsPublished(Theatre theatre) : IAsyncDisposable
{
    private readonly string message = Sending.Words("Đèn trước quán hỏng ba tối. Tôi tên là Nguyễn Thị Mẫu, điện thoại 0912 345 678");
    private readonly string title = Sending.Words("Đèn đường hỏng thì báo ai");
    private Visitor citizen = null!, officer = null!;
    private Codes codes = null!;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_citizens_question_is_read_by_everybody_until_consent_is_taken_back(int width)
    {
        citizen = await theatre.Visitor(width);
        officer = await theatre.Visitor(width);

        await Sends_saves_the_codes_and_consents();
        await Is_answered();
        await Rates_the_answer();
        await An_officer_proposes_it_covered();
        await A_second_person_approves();
        await Everybody_reads_it_without_the_number();
        await Takes_the_consent_back_and_it_is_gone();
        citizen.Met_no_trouble();
        officer.Met_no_trouble();
    }

    [Fact]
    public async Task A_missed_promise_is_shown_late_and_says_who_was_told()
    {
        citizen = await theatre.Visitor(360);
        codes = await citizen.Sends_feedback(message);
        await Its_day_passes_and_the_reminders_go_out();

        await citizen.Follows_the_case(codes);

        await Expect(citizen.Page.Locator(".pill.bad")).ToContainTextAsync("quá hạn");
        await Expect(citizen.Page.Locator(".notice-box.warn")).ToContainTextAsync("đã được báo lên cấp trên");
        await citizen.Keeps_a_picture("track-late");
        officer = citizen;
    }

    public async ValueTask DisposeAsync()
    {
        await citizen.DisposeAsync();
        await officer.DisposeAsync();
    }

    private async Task Sends_saves_the_codes_and_consents()
    {
        codes = await citizen.Sends_feedback(message);
        await Expect(citizen.Page.GetByRole(AriaRole.Img, new() { Name = "Mã QR mở trang tra cứu" })).ToBeVisibleAsync();
        await citizen.Button("Tôi đã lưu mã, xem phản ánh").ClickAsync();
        await citizen.Link("Đồng ý công khai").ClickAsync();
        await citizen.Button("Tôi đồng ý công khai").ClickAsync();
        await Expect(citizen.Page.GetByText("bạn đồng ý công khai. Rút lại lúc nào cũng được.")).ToBeVisibleAsync();
        await citizen.Keeps_a_picture("track-consent");
    }

    // How officers answer is a story of its own.
    private Task Is_answered() => theatre.Portal.Inside(async (_, db, site, now) =>
    {
        var feedback = await db.Feedback.SingleAsync(feedback => feedback.ReferenceCode == codes.Reference);
        feedback.Answer("Đã thay bóng đèn trong ngày. Cần báo thêm, gọi ông Vũ Đức Thắng, số 0912 345 678.", Guid.CreateVersion7(), now, site.Calendar);
        await db.SaveChangesAsync();
    });

    private async Task Rates_the_answer()
    {
        await citizen.Opens("/phan-anh/theo-doi");
        await citizen.Link("Đánh giá câu trả lời").ClickAsync();
        await citizen.Button("Gửi đánh giá").ClickAsync();
        await citizen.Page.Locator(".esum").GetByRole(AriaRole.Link).ClickAsync();
        await citizen.Page.GetByLabel("4 · Hài lòng").CheckAsync();
        await citizen.Button("Gửi đánh giá").ClickAsync();
        await Expect(citizen.Page.GetByText("Đã ghi nhận đánh giá của bạn.")).ToBeVisibleAsync();
        await citizen.Keeps_a_picture("track-rated");
    }

    private async Task An_officer_proposes_it_covered()
    {
        await officer.Signs_in_as("daumoi");
        await officer.Opens("/quan-tri/phan-anh/" + codes.Reference);
        await officer.Link("Đề nghị công khai").ClickAsync();
        await officer.Field("Câu hỏi trong một dòng").FillAsync(title);
        await officer.Button("Xem thử").ClickAsync();
        await Expect(officer.Page.Locator("#xem-thu")).ToContainTextAsync("[số điện thoại]");
        await officer.Keeps_a_picture("propose");
        await officer.Button("Gửi người khác duyệt").ClickAsync();
        await officer.Is_told("Một người khác phải duyệt");
        await officer.Opens("/quan-tri/cong-khai");
        await officer.Link(title).ClickAsync();
        await Expect(officer.Page.GetByText("Bạn là người đề nghị: một người khác phải duyệt.")).ToBeVisibleAsync();
        await Expect(officer.Button("Duyệt và công khai")).ToHaveCountAsync(0);
        await new Examination(officer).Of(new Uri(officer.Page.Url).PathAndQuery);
    }

    private async Task A_second_person_approves()
    {
        await using var second = await theatre.Visitor(1280);
        await second.Signs_in_as("lanhdao");
        await second.Opens("/quan-tri/cong-khai");
        await second.Link(title).ClickAsync();
        await second.Keeps_a_picture("decide");
        await second.Button("Duyệt và công khai").ClickAsync();
        await second.Is_told("Đã công khai.");
        second.Met_no_trouble();
    }

    private async Task Everybody_reads_it_without_the_number()
    {
        await using var reader = await theatre.Visitor(360);
        await reader.Opens_until("/phan-anh/cong-khai", reader.Link(title));
        await reader.Link(title).ClickAsync();
        await Expect(reader.Heading).ToHaveTextAsync(title);
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("[số điện thoại]");
        await Expect(reader.Page.Locator("main")).Not.ToContainTextAsync("0912");
        await reader.Keeps_a_picture("published");
    }

    private async Task Takes_the_consent_back_and_it_is_gone()
    {
        await citizen.Opens("/phan-anh/theo-doi/cong-khai");
        await citizen.Button("Rút lại đồng ý").ClickAsync();
        await Expect(citizen.Page.GetByText("Đã rút đồng ý công khai.")).ToBeVisibleAsync();

        await using var reader = await theatre.Visitor(360);
        await reader.Opens("/phan-anh/cong-khai");
        await Expect(reader.Link(title)).ToHaveCountAsync(0);
    }

    // The promised day is moved back; the job that tells the posts is the portal's own, at the next hour the office is open.
    private Task Its_day_passes_and_the_reminders_go_out() => theatre.Portal.Inside(async (services, db, site, now) =>
    {
        var missed = new DateOnly(2026, 1, 5);
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "thu@example.vn"));   // told is who can be written to
        var promise = (await db.Feedback.SingleAsync(feedback => feedback.ReferenceCode == codes.Reference)).Clocks.Promise()!;
        await db.CaseClocks.Where(clock => clock.Id == promise.Id).ExecuteUpdateAsync(set => set.SetProperty(clock => clock.DueAt, missed));
        await db.Feedback.Where(feedback => feedback.ReferenceCode == codes.Reference).ExecuteUpdateAsync(set => set.SetProperty(feedback => feedback.DueAt, missed));
        var open = Enumerable.Range(0, 400).Select(hours => now.AddHours(hours)).First(hour => site.Calendar.At(hour).IsOpen);
        await new RemindJob(services.GetRequiredService<SiteDirectory>(), new Standing(open)).Run(services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
    });

    private sealed class Standing(DateTimeOffset hour) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => hour;
    }
}
