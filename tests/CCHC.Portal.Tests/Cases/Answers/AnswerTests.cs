using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;

namespace CCHC.Portal.Tests.Cases.Answers;

/// <summary>An answer says what was checked, what was found, what comes next and whom to ask; and who wrote it does not approve it.</summary>
public sealed class AnswerTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Later = Given.Morning.AddHours(3);
    private static readonly AnswerLetter Whole = new("Tổ quản lý đã đến xem ngày 20/11.", "Phản ánh đúng, bóng đèn cháy.", "Thay bóng mới cả đoạn dốc.", new DateOnly(2026, 11, 27), "Phòng Kinh tế, đọc mã PA.");

    [Fact]
    public void A_whole_answer_lacks_nothing() => Assert.Empty(Whole.Missing(Today));

    [Fact]
    public void A_template_is_offered_where_it_fits_and_not_while_it_is_put_away()
    {
        var feedback = Given.Feedback(FeedbackKind.Question);

        Assert.True(new AnswerTemplate().Fits(feedback));
        Assert.True(new AnswerTemplate { Kind = FeedbackKind.Question, State = feedback.State }.Fits(feedback));
        Assert.False(new AnswerTemplate { Kind = FeedbackKind.Report }.Fits(feedback));
        Assert.False(new AnswerTemplate { State = FeedbackState.Waiting }.Fits(feedback));
        Assert.False(new AnswerTemplate().IsOffOn(Today));
        Assert.True(new AnswerTemplate { OffFrom = Today, OffUntil = Today }.IsOffOn(Today));
        Assert.False(new AnswerTemplate { OffFrom = Today.AddDays(1) }.IsOffOn(Today));
        Assert.True(new AnswerTemplate { OffFrom = Today.AddDays(-9) }.IsOffOn(Today));
        Assert.False(new AnswerTemplate { OffUntil = Today.AddDays(-1) }.IsOffOn(Today));
        Assert.True(new AnswerTemplate { OffUntil = Today.AddDays(1) }.IsOffOn(Today));
    }

    [Theory]
    [InlineData("Checked")]
    [InlineData("Conclusion")]
    [InlineData("NextStep")]
    [InlineData("By")]
    [InlineData("Contact")]
    public void Each_part_that_is_missing_is_named(string part)
    {
        var lacking = part switch { "Checked" => Whole with { Checked = "" }, "Conclusion" => Whole with { Conclusion = "Đúng." }, "NextStep" => Whole with { NextStep = "" }, "By" => Whole with { By = null }, _ => Whole with { Contact = "" } };

        Assert.Equal([part], lacking.Missing(Today).Select(one => one.Part));
    }

    [Theory]
    [InlineData("Đơn vị sẽ … trong tuần này")]
    [InlineData("Xin liên hệ {{dien-thoai}} khi cần")]
    public void A_place_of_the_template_left_open_is_refused(string next) =>
        Assert.Equal(["NextStep"], (Whole with { NextStep = next }).Missing(Today).Select(one => one.Part));

    [Fact]
    public void The_letter_says_every_part_and_its_day()
    {
        var letter = Whole.Join("Kính gửi bà Mai,", "Phòng Kinh tế");

        Assert.All(new[] { Whole.Checked, Whole.Conclusion, Whole.NextStep, "27/11/2026", Whole.Contact, "Kính gửi bà Mai,", "Phòng Kinh tế" }, words => Assert.Contains(words, letter, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Xin chào {{nguoi-gui}}, mã {{ ma }}", 0)]
    [InlineData("Xin chào {{ten}}", 1)]
    [InlineData("Mã {{ma} thiếu một ngoặc", 1)]
    [InlineData("Thừa }} ở cuối", 1)]
    [InlineData("Không có biến nào", 0)]
    public void A_template_is_judged_when_it_is_saved(string text, int problems) => Assert.Equal(problems, AnswerVariables.Problems(text).Count());

    [Fact]
    public void Every_variable_a_template_may_hold_is_filled()
    {
        var site = Given.SiteMap();
        var feedback = Given.Feedback(unit: site.UnitByCode("KT")!.Id);
        var values = AnswerVariables.Of(feedback, site, new Submitter { Name = "Nguyễn T. M." }, Later);

        var filled = AnswerVariables.Fill(string.Join(' ', AnswerVariables.All.Select(known => "{{" + known.Name + "}}")), values);

        Assert.DoesNotContain("{{", filled, StringComparison.Ordinal);
        Assert.Contains(feedback.ReferenceCode, filled, StringComparison.Ordinal);
        Assert.Contains("ông/bà Nguyễn T. M.", filled, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asked_to_stay_unnamed_is_not_named_in_the_letter()
    {
        var withheld = new Feedback { ReferenceCode = "PA", SecretHash = [], IdempotencyKey = "k", IdentityWithheld = true };

        Assert.Equal("người gửi phản ánh", AnswerVariables.Addressee(new Submitter { Name = "Nguyễn T. M." }, withheld));
    }

    [Fact]
    public void The_writer_never_approves_and_the_citizen_reads_only_what_was_approved()
    {
        var (writer, head) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var feedback = Given.Feedback();
        var proposed = ProposedAnswer.HandIn(feedback, "Thư trả lời", writer, Later);

        Assert.Throws<InvalidOperationException>(() => proposed.Approve(feedback, writer, Later, Given.Terms().Calendar));
        Assert.True(feedback.IsOpen);
        Assert.DoesNotContain(feedback.Events, happened => happened.IsPublic && happened.Text.Contains("Thư trả lời", StringComparison.Ordinal));

        proposed.Approve(feedback, head, Later.AddHours(1), Given.Terms().Calendar);

        Assert.Equal((FeedbackState.Answered, ProposedState.Sent), (feedback.State, proposed.State));
        Assert.Equal("Thư trả lời", Assert.Single(feedback.Events, happened => happened.Kind == CaseEventKind.Answered).Text);
        Assert.Throws<InvalidOperationException>(() => proposed.Return(feedback, "Muộn rồi", head, Later));
    }
}
