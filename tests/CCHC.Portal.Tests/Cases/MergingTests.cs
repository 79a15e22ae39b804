using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.Merging;

namespace CCHC.Portal.Tests.Cases;

/// <summary>Many senders, one matter: nobody loses code, promise or answer, and nobody learns of another.</summary>
public sealed class MergingTests
{
    private static readonly Guid Officer = Guid.CreateVersion7(), Unit = Guid.CreateVersion7();
    private static readonly DateTimeOffset Later = Given.Morning.AddHours(3);

    [Fact]
    public void The_case_promised_first_leads()
    {
        var (late, early, praise) = (Promised("PA-AAAA-AAAA", 9), Promised("PA-CCCC-CCCC", 7), Given.Feedback(unit: Unit));

        Assert.Same(early, MergedCases.Lead([late, early, praise]));
    }

    [Fact]
    public void A_merged_case_keeps_its_promise_and_reads_the_answer_without_the_others_name_or_code()
    {
        var (lead, other) = (Promised("PA-AAAA-AAAA", 7), Promised("PA-CCCC-CCCC", 9));
        other.MergeInto(lead, Officer, Later, Given.Terms());
        lead.Answer("Kính gửi ông/bà Nguyễn T. M.,\n\nVụ PA-AAAA-AAAA đã xong.", Officer, Later.AddHours(1), Given.Terms().Calendar);

        Assert.True(other.Follow(lead, lead.Events[^1], Given.Terms()));

        Assert.Equal((FeedbackState.Answered, lead.Id, new DateOnly(2026, 12, 9)), (other.State, other.MergedIntoId, other.DueAt));
        var read = other.Events.Single(happened => happened.Kind == CaseEventKind.Answered);
        Assert.True(read.IsPublic);
        Assert.Equal(AnswerLetter.ToMany + "\n\nVụ PA-CCCC-CCCC đã xong.", read.Text);
        Assert.All(other.Events.Where(happened => happened.IsPublic), happened => Assert.DoesNotContain("PA-AAAA-AAAA", happened.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FeedbackKind.Idea, CaseEventKind.IdeaAccepted)]
    [InlineData(FeedbackKind.Report, CaseEventKind.Answered)]
    public void What_becomes_of_an_idea_becomes_of_those_merged_into_it(FeedbackKind kind, CaseEventKind read)
    {
        var (lead, other) = (Given.Feedback(FeedbackKind.Idea, Unit, code: "PA-AAAA-AAAA"), Given.Feedback(kind, Unit, code: "PA-CCCC-CCCC"));
        other.MergeInto(lead, Officer, Later, Given.Terms());
        lead.DecideIdea(true, "Sẽ đặt bảng giờ phà.", Officer, Later.AddHours(1), Given.Terms().Calendar);

        Assert.True(other.Follow(lead, lead.Events[^1], Given.Terms()));

        Assert.Equal(FeedbackState.Answered, other.State);
        Assert.Equal("Sẽ đặt bảng giờ phà.", other.Events.Single(happened => happened.Kind == read).Text);
    }

    [Fact]
    public void What_is_merged_is_worked_on_through_its_lead_only_and_its_sender_may_still_speak()
    {
        var (lead, other) = (Promised("PA-AAAA-AAAA", 7), Promised("PA-CCCC-CCCC", 9));
        other.MergeInto(lead, Officer, Later, Given.Terms());

        Assert.Throws<InvalidOperationException>(() => other.Answer("Xong.", Officer, Later, Given.Terms().Calendar));
        Assert.Throws<InvalidOperationException>(() => other.Take(Officer, Later));
        Assert.Throws<InvalidOperationException>(() => other.Forward(Guid.CreateVersion7(), "Nhầm", Officer, Later, Given.Terms()));
        Assert.Throws<InvalidOperationException>(() => lead.MergeInto(other, Officer, Later, Given.Terms()));
        other.Add("Tôi thấy thêm một điều.", Later, Given.Terms().Calendar);

        other.Unmerge("Khác nơi.", Officer, Later.AddHours(1), Given.Terms());
        other.Answer("Xong riêng.", Officer, Later.AddHours(2), Given.Terms().Calendar);
        Assert.Equal((FeedbackState.Answered, FeedbackState.Assigned), (other.State, lead.State));
    }

    [Fact]
    public void A_sender_who_was_being_waited_for_no_longer_is()
    {
        var (lead, other) = (Promised("PA-AAAA-AAAA", 7), Promised("PA-CCCC-CCCC", 9));
        other.Ask("Ở đâu?", Officer, Later);

        other.MergeInto(lead, Officer, Later.AddHours(1), Given.Terms());

        Assert.Equal((FeedbackState.Assigned, (DateOnly?)null), (other.State, other.PausedOn));
    }

    [Fact]
    public void An_extension_of_the_lead_moves_every_promise_by_as_much()
    {
        var (lead, other) = (Promised("PA-AAAA-AAAA", 7), Promised("PA-CCCC-CCCC", 7));
        lead.StartClocks(Given.Terms());
        other.StartClocks(Given.Terms());
        other.MergeInto(lead, Officer, Later, Given.Terms());
        lead.ExtendDeadline(5, "Chờ phà thay thế.", Officer, Later, Given.Terms().Calendar);

        other.Follow(lead, lead.Events[^1], Given.Terms());

        Assert.Equal(lead.DueAt, other.DueAt);
        Assert.Contains("Chờ phà thay thế.", other.Events[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_complaints_about_the_same_ferry_queue_are_alike_and_it_says_why()
    {
        var (one, other) = (Text("Bến phà Gót xếp hàng ba tiếng, không ai điều tiết xe.", "Bến phà Gót"), Text("ben pha Got hom nay xep hang qua lau, khong ai dieu tiet", "bến phà Gót", hours: 5));

        var likeness = Likeness.Between(one, other);

        Assert.True(likeness.Score >= Likeness.Strong, likeness.Score.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(likeness.Because, reason => reason.Contains("chữ giống", StringComparison.Ordinal) && reason.Contains("phà Gót", StringComparison.Ordinal));
        Assert.Contains(likeness.Because, reason => reason.StartsWith("cùng nơi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hồ sơ tách thửa chậm trả kết quả.", "Nghĩa Lộ")]
    [InlineData("Bến phà Gót bán nước đắt quá.", "")]
    public void Other_matters_are_not_alike(string text, string place) =>
        Assert.True(Likeness.Between(Text("Bến phà Gót xếp hàng ba tiếng, không ai điều tiết xe.", "Bến phà Gót"), Text(text, place, FeedbackField.Land, 30)).Score < Likeness.Likely);

    private static LikeText Text(string message, string place, FeedbackField field = FeedbackField.Transport, int hours = 0) => new(message, place, field, Given.Morning.AddHours(hours));

    private static Feedback Promised(string code, int day) => Given.Feedback(unit: Unit, code: code, dueAt: new DateOnly(2026, 12, day));
}
