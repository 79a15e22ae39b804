using CCHC.Portal.Cases;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

public sealed class FeedbackTests
{
    private static readonly Guid Officer = Guid.CreateVersion7(), Unit = Guid.CreateVersion7(), Outside = Guid.CreateVersion7();
    private static readonly DateTimeOffset Later = Given.Morning.AddHours(3);

    [Fact]
    public void Receive_gives_the_message_to_the_unit_the_table_names()
    {
        var feedback = Given.Feedback(unit: Unit);

        Assert.Equal((FeedbackState.Assigned, Unit), (feedback.State, feedback.UnitId));
        Assert.Equal([CaseEventKind.Received, CaseEventKind.Assigned], feedback.Events.OrderBy(e => e.At).Select(e => e.Kind));
    }

    [Theory]
    [InlineData(true, false)]    // no unit is named
    [InlineData(false, true)]    // nobody proved to be a person
    public void Receive_leaves_to_a_person_what_it_cannot_decide(bool inTriage, bool needsHumanCheck)
    {
        var feedback = Given.Feedback(inTriage: inTriage, needsHumanCheck: needsHumanCheck);

        Assert.Equal((FeedbackState.InTriage, (Guid?)null), (feedback.State, feedback.UnitId));
    }

    [Fact]
    public void An_unsorted_case_is_neither_asked_about_nor_answered()
    {
        var feedback = Given.Feedback(inTriage: true);

        Assert.Throws<InvalidOperationException>(() => feedback.Ask("Ở đâu?", Officer, Later));
        Assert.Throws<InvalidOperationException>(() => feedback.Answer("Đã sửa.", Officer, Later, Given.Terms().Calendar));
        Assert.Throws<InvalidOperationException>(() => feedback.Take(Officer, Later));
    }

    [Fact]
    public void Forward_names_the_new_unit_and_frees_the_officer()
    {
        var feedback = Given.Feedback(unit: Unit);
        feedback.Take(Officer, Later);
        var other = Guid.CreateVersion7();

        feedback.Forward(other, "Không thuộc phòng.", Officer, Later, Given.Terms());

        Assert.Equal((other, (Guid?)null, FeedbackState.Assigned), (feedback.UnitId, feedback.OfficerId, feedback.State));
        var step = feedback.Events[^1];
        Assert.Equal((Unit, other, "Không thuộc phòng.", true), (step.FromUnitId, step.ToUnitId, step.Text, step.IsPublic));
    }

    [Fact]
    public void What_the_submitter_adds_wakes_a_case_that_waited_for_it()
    {
        var feedback = Given.Feedback();
        feedback.Ask("Nhà số mấy?", Officer, Later);
        Assert.Equal(FeedbackState.Waiting, feedback.State);

        feedback.Add("Số 12.", Later.AddHours(1), Given.Terms().Calendar);

        Assert.Equal(FeedbackState.Assigned, feedback.State);
    }

    [Fact]
    public void An_inner_note_and_a_look_at_the_sender_are_never_shown_to_the_public()
    {
        var feedback = Given.Feedback();

        feedback.Note("Đã gọi điện.", Officer, Later);
        feedback.Reveal(Officer, Later);
        feedback.Take(Officer, Later);

        Assert.All(feedback.Events.Where(e => e.Kind is CaseEventKind.Noted or CaseEventKind.Revealed or CaseEventKind.Taken), e => Assert.False(e.IsPublic));
        Assert.Equal(3, feedback.Events.Count(e => !e.IsPublic));
    }

    [Fact]
    public void An_answered_case_has_its_hour_and_is_closed()
    {
        var feedback = Given.Feedback();

        feedback.Answer("Đã thay bóng đèn.", Officer, Later, Given.Terms().Calendar);

        Assert.Equal((FeedbackState.Answered, Later, false), (feedback.State, feedback.AnsweredAt, feedback.IsOpen));
    }

    private static readonly Dictionary<string, Action<Feedback>> Verbs = new()
    {
        ["forward"] = f => f.Forward(Unit, "Lý do", Officer, Later, Given.Terms()),
        ["hand over"] = f => f.HandOver(Outside, "Lý do", Officer, Later, Given.Terms().Calendar),
        ["take"] = f => f.Take(Officer, Later),
        ["ask"] = f => f.Ask("Hỏi", Officer, Later),
        ["add"] = f => f.Add("Thêm", Later, Given.Terms().Calendar),
        ["answer"] = f => f.Answer("Trả lời", Officer, Later, Given.Terms().Calendar),
        ["decline"] = f => f.Decline("Lý do", Officer, Later, Given.Terms().Calendar),
    };

    [Fact]
    public void In_whatever_order_the_verbs_come_a_closed_case_stays_closed_and_nothing_is_forgotten() =>
        Gen.Select(Gen.Bool, Gen.OneOf(Verbs.Keys.ToArray()).List[1, 15]).Sample((inTriage, verbs) =>
        {
            var feedback = Given.Feedback(inTriage: inTriage);
            foreach (var verb in verbs)
            {
                var (before, wasOpen, events, due) = (feedback.State, feedback.IsOpen, feedback.Events.Count, feedback.DueAt);
                try
                {
                    Verbs[verb](feedback);
                    Assert.True(wasOpen, $"{verb} on {before}");
                    Assert.Equal(events + 1, feedback.Events.Count);
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal((before, events), (feedback.State, feedback.Events.Count));
                }
                Assert.Equal(due, feedback.DueAt);   // no verb moves what was promised
                Assert.Equal(feedback.State == FeedbackState.Answered, feedback.AnsweredAt is not null);
                Assert.True(feedback.State is not (FeedbackState.Assigned or FeedbackState.Waiting or FeedbackState.Answered) || feedback.UnitId is not null);
            }
        });
}
