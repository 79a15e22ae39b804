using CCHC.Portal.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>Three days at the desk, on a telephone: a late land dossier, a ferry queue of forty, somebody at the counter.</summary>
public sealed class OfficersTellTheirStories(Theatre theatre) : Story(theatre)
{
    private const int InTheQueue = 40;

    [Fact]
    public async Task A_late_land_dossier_is_asked_about_answered_approved_and_read_by_everybody()
    {
        var message = Sending.Words("Hồ sơ tách thửa quá hẹn trả kết quả, chưa có thư xin lỗi");
        await Comes();
        var codes = await Somebody.Sends_feedback(message, "Đất đai");
        await The_head_names_the_officer(codes);
        await The_officer_asks(codes);
        await The_citizen_answers(codes);
        await The_officer_begins_from_a_template_and_hands_it_in(codes);
        await The_head_returns_it_and_the_officer_mends_it(codes);
        await The_head_approves(codes);
        await The_citizen_reads(codes, "đo đạc lại xong ngày 27");

        var title = Sending.Words("Hồ sơ tách thửa chậm hẹn thì hỏi ai");
        await The_citizen_consents();
        await An_officer_proposes_it(codes, title);
        await A_second_person_publishes_it(title);
        await An_editor_makes_a_question_of_it(title);
        await A_publisher_approves_the_question(title);
        await Everybody_finds_it_among_the_questions(title);
    }

    [Fact]
    public async Task Forty_people_in_a_ferry_queue_are_one_matter_and_each_is_told()
    {
        var place = Sending.Words("bến phà");
        await Comes();
        var codes = await Somebody.Sends_feedback($"{place} xếp hàng ba tiếng, không ai điều tiết xe, trẻ nhỏ chờ giữa nắng.", "Giao thông, phà, cảng");
        await Others_write_about_the_same(place);
        await Comes_in_as("daumoi");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}");
        await Somebody.Link("Tìm và gộp vụ giống").ClickAsync();
        await Expect(Somebody.Page.Locator("input[name=ma]:checked")).ToHaveCountAsync(InTheQueue - 1);
        await Looks_well();
        await Somebody.Button("Gộp các vụ đã chọn").ClickAsync();
        await Somebody.Is_told($"Đã gộp {InTheQueue} phản ánh");
        await Expect(Somebody.Page.Locator(".ed-side")).ToContainTextAsync($"{InTheQueue} người gửi, một việc");
        await Somebody.Keeps_a_picture("ferry-merged");
        var lead = new Uri(Somebody.Page.Url).Segments[^1];
        await It_is_with_the_economic_division(lead);

        await Comes_in_as("canbo.kt");
        await Somebody.Opens($"/quan-tri/phan-anh/{lead}");
        await Somebody.Writes_an_answer("Bến thiếu người điều tiết giờ cao điểm; từ mai có hai người trực.");
        await Expect(Somebody.Page.GetByText($"gửi tới {InTheQueue} người gửi")).ToBeVisibleAsync();
        await Somebody.Button("Trình duyệt").ClickAsync();
        await The_head_approves(new Codes(lead, ""));
        await The_citizen_reads(codes, "từ mai có hai người trực");
        await Everybody_is_answered(place);
    }

    [Fact]
    public async Task Somebody_at_the_counter_goes_home_with_a_receipt_without_a_mouse_being_touched()
    {
        var said = Sending.Words("Vòi nước công cộng ở chợ hỏng, nước chảy suốt đêm");
        await Comes_in_as("canbo.mc");
        await Somebody.Opens("/quan-tri/tiep-nhan");
        await Looks_well();

        // The cursor stands in the message already.
        await Somebody.Page.Keyboard.TypeAsync(said);
        await Tabs_to("Form.Field");
        await Somebody.Page.Keyboard.PressAsync("End");
        await Tabs_to("Form.Name");
        await Somebody.Page.Keyboard.TypeAsync("Bùi Thị Mẫu");
        await Tabs_to("Form.Phone");
        await Somebody.Page.Keyboard.TypeAsync("0912 345 678");
        await Tabs_to("Form.Agreed");
        await Somebody.Page.Keyboard.PressAsync("Space");
        await Somebody.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Somebody.Page.GetByRole(AriaRole.Heading, new() { Name = "Đã nhận, đọc cho người gửi ghi lại" })).ToBeVisibleAsync();
        var codes = new Codes(await Somebody.Page.Locator(".done .code-box b").First.InnerTextAsync(), await Somebody.Page.Locator(".done .secret b").InnerTextAsync());
        await Expect(Somebody.Page.Locator("[id='Form.Message']")).ToBeFocusedAsync();
        await Somebody.Keeps_a_picture("counter-done");
        await Somebody.Link("In biên nhận A5").ClickAsync();
        await Expect(Somebody.Page.Locator("article.slip svg.qr")).ToBeVisibleAsync();
        await Looks_well();
        await Somebody.Keeps_a_picture("counter-receipt");

        await Comes();
        await Somebody.Follows_the_case(codes.Sloppy);
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync(said);
        Somebody.Met_no_trouble();
    }

    private async Task Tabs_to(string field)
    {
        for (var again = 0; again < 15 && await Somebody.Page.EvaluateAsync<string>("() => document.activeElement.id") != field; again++)
        {
            await Somebody.Page.Keyboard.PressAsync("Tab");
        }
        await Expect(Somebody.Page.Locator($"[id='{field}']")).ToBeFocusedAsync();
    }

    // Wherever the routing table of the day sent it: all forty go along.
    private async Task It_is_with_the_economic_division(string lead)
    {
        await Somebody.Opens($"/quan-tri/phan-anh/{lead}/chuyen-don-vi");
        var economy = Somebody.Page.Locator("input[name=UnitCode][value=KT]");
        if (await economy.CountAsync() > 0)
        {
            await economy.CheckAsync();
            await Somebody.Page.Locator("#Text").FillAsync("Việc điều tiết xe ở bến thuộc Phòng Kinh tế.");
            await Somebody.Button("Chuyển").ClickAsync();
            await Somebody.Is_told("Đã chuyển");
        }
    }

    private async Task The_head_names_the_officer(Codes codes)
    {
        await Comes_in_as("truongphong.kt");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}/phan-cong");
        await Somebody.Page.GetByLabel("Cán bộ Phòng Kinh tế").CheckAsync();
        await Somebody.Button("Phân công").ClickAsync();
        await Somebody.Is_told("Đã phân công");
    }

    private async Task The_officer_asks(Codes codes)
    {
        await Comes_in_as("canbo.kt");
        await Somebody.Opens("/quan-tri/phan-anh?hang=cua-toi&q=" + codes.Reference);
        await Somebody.Page.Locator("table.grid a[data-open]").ClickAsync();
        await Somebody.Button("Tôi nhận việc này").ClickAsync();
        await Somebody.Link("Hỏi thêm người gửi").ClickAsync();
        await Somebody.Field("Câu hỏi").FillAsync("Xin cho biết số biên nhận hồ sơ?");
        await Somebody.Button("Gửi câu hỏi").ClickAsync();
        await Somebody.Is_told("Đã gửi câu hỏi cho người gửi.");
    }

    private async Task The_citizen_answers(Codes codes)
    {
        await Comes();
        await Somebody.Follows_the_case(codes);
        await Somebody.Adds("Số biên nhận 0417, nộp ngày 2 tháng 10.");
    }

    private async Task The_officer_begins_from_a_template_and_hands_it_in(Codes codes)
    {
        await Comes_in_as("canbo.kt");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}");
        await Somebody.Page.Locator("#mau").SelectOptionAsync(new SelectOptionValue { Label = "Hồ sơ đất đai chậm hẹn" });
        await Somebody.Button("Dùng mẫu").ClickAsync();
        await Expect(Somebody.Page.Locator("#Checked")).ToContainTextAsync(codes.Reference);
        await Somebody.Page.Locator("#Conclusion").FillAsync("Hồ sơ đã chậm. Chúng tôi xin lỗi ông/bà.");
        await Somebody.Page.Locator("#By").FillAsync(DateTimeOffset.UtcNow.AddDays(4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await Somebody.Page.Locator("form[data-keep] button[value=preview]").ClickAsync();
        await Expect(Somebody.Page.Locator(".letter")).ToContainTextAsync("Chúng tôi xin lỗi ông/bà");
        await Looks_well();
        await Somebody.Button("Trình duyệt").ClickAsync();
        await Somebody.Is_told("Đã trình duyệt câu trả lời.");
    }

    private async Task The_head_returns_it_and_the_officer_mends_it(Codes codes)
    {
        await Comes_in_as("truongphong.kt");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}/duyet-tra-loi");
        await Looks_well();
        await Somebody.Field("Trả lại để sửa vì sao").FillAsync("Nêu rõ ngày đo đạc xong.");
        await Somebody.Button("Trả lại để sửa").ClickAsync();
        await Somebody.Is_told("Đã trả lại câu trả lời để sửa.");
        await Comes_in_as("canbo.kt");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}");
        await Expect(Somebody.Page.GetByText("Nêu rõ ngày đo đạc xong.")).ToBeVisibleAsync();
        await Somebody.Writes_an_answer("Hồ sơ đã chậm vì phải đo đạc lại; đo đạc lại xong ngày 27. Chúng tôi xin lỗi.");
        await Somebody.Button("Trình duyệt").ClickAsync();
        await Somebody.Is_told("Đã trình duyệt câu trả lời.");
    }

    private async Task The_head_approves(Codes codes)
    {
        await Comes_in_as("truongphong.kt");
        await Somebody.Opens("/quan-tri/phan-anh?hang=cho-toi-duyet&q=" + codes.Reference);
        await Somebody.Page.Locator("table.grid a[data-open]").ClickAsync();
        await Somebody.Link("Duyệt hoặc trả lại").ClickAsync();
        await Somebody.Button("Duyệt và gửi người dân").ClickAsync();
        await Somebody.Is_told("Đã duyệt và gửi trả lời cho người dân.");
    }

    private async Task The_citizen_reads(Codes codes, string words)
    {
        await Comes();
        await Somebody.Follows_the_case(codes);
        await Expect(Somebody.Page.Locator(".tl")).ToContainTextAsync(words);
        await Expect(Somebody.Page.Locator("body")).Not.ToContainTextAsync("Nêu rõ ngày đo đạc xong.");
    }

    private async Task The_citizen_consents()
    {
        await Somebody.Link("Đồng ý công khai").ClickAsync();
        await Somebody.Button("Tôi đồng ý công khai").ClickAsync();
        await Expect(Somebody.Page.GetByText("bạn đồng ý công khai. Rút lại lúc nào cũng được.")).ToBeVisibleAsync();
    }

    private async Task An_officer_proposes_it(Codes codes, string title)
    {
        await Comes_in_as("daumoi");
        await Somebody.Opens($"/quan-tri/phan-anh/{codes.Reference}");
        await Somebody.Link("Đề nghị công khai").ClickAsync();
        await Somebody.Field("Câu hỏi trong một dòng").FillAsync(title);
        await Somebody.Button("Gửi người khác duyệt").ClickAsync();
        await Somebody.Is_told("Một người khác phải duyệt");
    }

    private async Task A_second_person_publishes_it(string title)
    {
        await Comes_in_as("lanhdao");
        await Somebody.Opens("/quan-tri/cong-khai");
        await Somebody.Link(title).ClickAsync();
        await Somebody.Button("Duyệt và công khai").ClickAsync();
        await Somebody.Is_told("Đã công khai.");
    }

    private async Task An_editor_makes_a_question_of_it(string title)
    {
        await Comes_in_as("bientap");
        await Somebody.Opens("/quan-tri/noi-dung/moi");
        await Somebody.Link(title).ClickAsync();
        await Looks_well();
        await Somebody.Keeps_a_picture("land-make-question");
        await Somebody.Button("Soạn thành bài hỏi – đáp").ClickAsync();
        await Somebody.Is_told("Đã tạo bản nháp hỏi – đáp.");
        await Somebody.Field("Tóm tắt").FillAsync("Hồ sơ tách thửa quá hẹn: hỏi ai, bao lâu có trả lời.");
        await Somebody.Button("Lưu và gửi duyệt").ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync("Gửi duyệt");
        await Somebody.Button("Gửi duyệt").ClickAsync();
        await Somebody.Is_told("Đã gửi duyệt.");
    }

    private async Task A_publisher_approves_the_question(string title)
    {
        await Comes_in_as("duyetbai");
        await Somebody.Opens("/quan-tri/noi-dung?viec=cho-toi");
        await Somebody.Link(title).ClickAsync();
        await Somebody.Link("Duyệt đăng").ClickAsync();
        await Somebody.Button("Đăng ngay").ClickAsync();
        await Somebody.Is_told("Đã đăng.");
    }

    private async Task Everybody_finds_it_among_the_questions(string title)
    {
        await Comes();
        await Somebody.Opens_until("/hoi-dap", Somebody.Link(title));
        await Somebody.Link(title).First.ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync(title);
        await Expect(Somebody.Page.Locator("main")).ToContainTextAsync("đo đạc lại xong ngày 27");
        await Somebody.Keeps_a_picture("land-question");
        Somebody.Met_no_trouble();
    }

    private Task Others_write_about_the_same(string place) => Theatre.Portal.Inside(async (services, _, site, _) =>
    {
        var intake = services.GetRequiredService<Intake>();
        for (var number = 1; number < InTheQueue; number++)
        {
            await intake.Receive(site, new IncomingMessage
            {
                IdempotencyKey = Guid.CreateVersion7().ToString("n"),
                Kind = FeedbackKind.Report,
                Field = FeedbackField.Transport,
                Message = $"{place} xếp hàng ba tiếng, không ai điều tiết xe, người thứ {number}.",
                Submitter = new Submitter { Name = "Người Thứ " + number },
                ProvedHuman = true,
            }, CancellationToken.None);
        }
    });

    private Task Everybody_is_answered(string place) => Theatre.Portal.Inside(async (_, db, _, _) =>
    {
        var states = await db.Feedback.AsNoTracking().Where(feedback => feedback.Message.StartsWith(place)).Select(feedback => feedback.State).ToListAsync();
        Assert.Equal(InTheQueue, states.Count);
        Assert.All(states, state => Assert.Equal(FeedbackState.Answered, state));
    });
}
