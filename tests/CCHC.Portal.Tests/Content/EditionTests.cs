using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CsCheck;

namespace CCHC.Portal.Tests.Content;

public sealed class EditionTests
{
    private static readonly Guid Author = Guid.CreateVersion7(), Approver = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = Given.Morning;

    [Fact]
    public void A_text_goes_live_only_after_somebody_else_approved_it()
    {
        var edition = Given.Edition(author: Author, inReview: true);

        Assert.False(edition.MayBeApprovedBy(Author));
        Assert.Throws<InvalidOperationException>(() => edition.Approve(Author, Now));
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Now, null));

        edition.Approve(Approver, Now);
        edition.Publish(Now, null);
        Assert.Equal((EditionState.Published, Approver, Now), (edition.State, edition.ApproverId, edition.PublishedAt));
    }

    [Fact]
    public void A_draft_is_not_approved_before_it_was_submitted() =>
        Assert.Throws<InvalidOperationException>(() => Given.Edition(author: Author).Approve(Approver, Now));

    [Fact]
    public void A_live_text_is_never_edited()
    {
        var edition = Given.LiveEdition();

        Assert.Throws<InvalidOperationException>(() => edition.Write("Đổi", "Tóm tắt.", "doi", new Article(), Now));
        Assert.Equal("Giờ làm việc mới", edition.Title);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Writing_on_a_submitted_or_approved_text_takes_it_back_to_draft(bool approved)
    {
        var edition = Given.Edition(inReview: true);
        if (approved)
        {
            edition.Approve(Approver, Now);
        }

        edition.Write("Sửa lại", "Tóm tắt.", "sua-lai", new Article(), Now);

        Assert.Equal(EditionState.Draft, edition.State);
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Now, null));
    }

    [Fact]
    public void A_new_edition_retires_the_old_one_and_keeps_the_day_readers_know()
    {
        var first = Given.LiveEdition();
        var second = Given.Edition(inReview: true, item: first.Item, number: 2);

        second.Approve(Approver, Now);
        second.Publish(Now.AddDays(3), first);

        Assert.Equal(EditionState.Retired, first.State);
        Assert.Equal((Now, Now.AddDays(3), Now.AddDays(3)), (second.PublishedAt, second.ChangedAt, second.LiveAt));
    }

    [Fact]
    public void What_was_to_end_still_ends_when_its_words_are_mended()
    {
        var first = Given.LiveEdition();
        first.PlanWithdrawal(Withdrawal.Gone("Hết đợt."), Now.AddDays(9), Now);
        var second = Given.Edition(inReview: true, item: first.Item, number: 2);
        second.Approve(Approver, Now);

        second.Publish(Now.AddDays(1), first);

        Assert.Equal((Now.AddDays(9), "Hết đợt.", null), (second.HourAt, second.WithdrawReason, first.HourAt));
    }

    [Fact]
    public void A_refused_text_goes_back_with_the_reason_and_loses_it_when_approved()
    {
        var edition = Given.Edition(author: Author, inReview: true);

        edition.Refuse(Approver, "Thiếu nguồn.", Now);
        Assert.Equal((EditionState.Draft, "Thiếu nguồn."), (edition.State, edition.ReviewNote));

        edition.Submit(Now);
        edition.Approve(Approver, Now);
        Assert.Equal((2, null), (edition.Round, edition.ReviewNote));
    }

    [Fact]
    public void A_scheduled_text_goes_live_as_it_was_approved()
    {
        var edition = Given.Edition(author: Author, inReview: true);
        edition.Approve(Approver, Now);
        edition.Schedule(Now.AddHours(2), Now);

        Assert.Throws<InvalidOperationException>(() => edition.Write("Đổi", "x", "doi", new Article(), Now));
        edition.Publish(Now.AddHours(2), null);

        Assert.Equal((EditionState.Published, Approver), (edition.State, edition.ApproverId));
    }

    [Fact]
    public void Nothing_is_appointed_for_an_hour_that_has_passed()
    {
        var edition = Given.Edition(inReview: true);
        edition.Approve(Approver, Now);

        Assert.Throws<ArgumentOutOfRangeException>(() => edition.Schedule(Now, Now));
        Assert.Throws<InvalidOperationException>(() => Given.LiveEdition().PlanWithdrawal(Withdrawal.Gone("Cũ."), Now.AddSeconds(-1), Now));
    }

    [Fact]
    public void An_appointment_taken_back_leaves_the_approval_standing()
    {
        var edition = Given.Edition(inReview: true);
        edition.Approve(Approver, Now);
        edition.Schedule(Now.AddHours(2), Now);
        edition.Failed("Hỏng.", Now.AddHours(2));

        edition.Unschedule(Now.AddHours(3));

        Assert.Equal((EditionState.Approved, Approver, null, null), (edition.State, edition.ApproverId, edition.PublishAt, edition.ScheduleProblem));
    }

    [Fact]
    public void What_fails_at_its_hour_is_tried_again_more_and_more_seldom()
    {
        var edition = Given.Edition(inReview: true);
        var waits = new List<double>();
        for (var time = 0; time < 9; time++)
        {
            edition.Failed("Địa chỉ đã có bài khác.", Now);
            waits.Add((edition.ScheduleNextTry!.Value - Now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        Assert.Equal((9, "Địa chỉ đã có bài khác."), (edition.ScheduleTries, edition.ScheduleProblem));
    }

    [Fact]
    public void What_goes_out_in_an_emergency_owes_a_look_by_somebody_else()
    {
        var edition = Given.Edition(author: Author);

        edition.PublishInEmergency(Approver, "Bão vào đêm nay.", Now, null);

        Assert.Equal((EditionState.Published, true), (edition.State, edition.OwesSecondLook));
        Assert.Throws<InvalidOperationException>(() => edition.LookAtAgain(Approver, Now));
        Assert.Throws<InvalidOperationException>(() => edition.LookAtAgain(Author, Now));
        edition.LookAtAgain(Guid.CreateVersion7(), Now.AddHours(1));
        Assert.False(edition.OwesSecondLook);
    }

    [Fact]
    public void A_withdrawn_text_keeps_why_and_never_comes_back()
    {
        var edition = Given.LiveEdition();

        edition.Withdraw(new Withdrawal(Retirement.Redirected, "Thông tin sai.", "/tin-tuc/moi"), Now.AddDays(1));

        Assert.Equal((EditionState.Withdrawn, "Thông tin sai.", "/tin-tuc/moi"), (edition.State, edition.WithdrawReason, edition.MovedTo));
        Assert.True(edition.WasPublic);
        Assert.Throws<InvalidOperationException>(() => edition.Submit(Now));
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Now, null));
    }

    // Every way of using an edition, in any order: what is refused changes nothing, what is allowed is on this list.
    private static readonly HashSet<(EditionState, string, EditionState)> Allowed =
    [
        (EditionState.Draft, "write", EditionState.Draft), (EditionState.InReview, "write", EditionState.Draft), (EditionState.Approved, "write", EditionState.Draft),
        (EditionState.Draft, "submit", EditionState.InReview), (EditionState.InReview, "refuse", EditionState.Draft), (EditionState.Approved, "refuse", EditionState.Draft),
        (EditionState.InReview, "approve", EditionState.Approved), (EditionState.Approved, "schedule", EditionState.Scheduled), (EditionState.Scheduled, "unschedule", EditionState.Approved),
        (EditionState.Approved, "publish", EditionState.Published), (EditionState.Scheduled, "publish", EditionState.Published),
        (EditionState.Draft, "emergency", EditionState.Published), (EditionState.InReview, "emergency", EditionState.Published), (EditionState.Approved, "emergency", EditionState.Published),
        (EditionState.Published, "look", EditionState.Published), (EditionState.Published, "plan", EditionState.Published), (EditionState.Published, "keep", EditionState.Published),
        (EditionState.Published, "withdraw", EditionState.Withdrawn), (EditionState.Withdrawn, "look", EditionState.Withdrawn),
    ];

    [Fact]
    public void In_whatever_order_the_verbs_come_only_the_listed_steps_happen() =>
        Gen.OneOf("write", "submit", "refuse", "approve", "approve-own", "schedule", "unschedule", "publish", "emergency", "look", "plan", "keep", "withdraw").List[1, 14].Sample(verbs =>
        {
            var edition = Given.Edition(author: Author);
            foreach (var verb in verbs)
            {
                var (before, title, slug, looked) = (edition.State, edition.Title, edition.Slug, edition.SecondLookAt);
                try
                {
                    Do(edition, verb);
                    Assert.True(Allowed.Contains((before, verb, edition.State)), $"{before} {verb} {edition.State}");
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal((before, title, slug, looked), (edition.State, edition.Title, edition.Slug, edition.SecondLookAt));
                }
                // Nobody's own word is enough, except in an emergency, which is owed a second look.
                Assert.True(edition.State is not (EditionState.Published or EditionState.Scheduled or EditionState.Approved) || edition.ApproverId == Approver || edition.EmergencyReason is not null);
                Assert.Equal(edition.State is EditionState.Published or EditionState.Withdrawn, edition.WasPublic);
                Assert.Equal(edition.State == EditionState.Scheduled, edition is { PublishAt: not null, WasPublic: false });
                Assert.Equal(edition.State == EditionState.Scheduled || edition.WithdrawAt is not null, edition.HourAt is not null);
                Assert.Equal(edition.OwesSecondLook, edition.CareSince is not null);
                Assert.True(edition.WithdrawAt is null || edition.State == EditionState.Published);
            }
        });

    private static void Do(Edition edition, string verb)
    {
        switch (verb)
        {
            case "write": edition.Write("Bản mới", "Tóm tắt.", "ban-moi", new Article(), Now); break;
            case "submit": edition.Submit(Now); break;
            case "refuse": edition.Refuse(Approver, "Lý do", Now); break;
            case "approve": edition.Approve(Approver, Now); break;
            case "approve-own": edition.Approve(Author, Now); break;
            case "schedule": edition.Schedule(Now.AddDays(1), Now); break;
            case "unschedule": edition.Unschedule(Now); break;
            case "publish": edition.Publish(Now, null); break;
            case "emergency": edition.PublishInEmergency(Author, "Bão", Now, null); break;
            case "look": edition.LookAtAgain(Guid.CreateVersion7(), Now); break;
            case "plan": edition.PlanWithdrawal(Withdrawal.Gone("Hết hạn"), Now.AddDays(1), Now); break;
            case "keep": edition.CancelWithdrawal(Now); break;
            default: edition.Withdraw(Withdrawal.Gone("Lý do"), Now); break;
        }
    }
}
