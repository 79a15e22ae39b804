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
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Author, Now, null));
        Assert.Throws<InvalidOperationException>(() => edition.Schedule(Author, Now.AddDays(1), Now));

        edition.Publish(Approver, Now, null);
        Assert.Equal((EditionState.Published, Approver, Now), (edition.State, edition.ApproverId, edition.PublishedAt));
    }

    [Fact]
    public void A_draft_is_not_published_before_it_was_submitted() =>
        Assert.Throws<InvalidOperationException>(() => Given.Edition(author: Author).Publish(Approver, Now, null));

    [Fact]
    public void A_live_text_is_never_edited()
    {
        var edition = Given.Edition(inReview: true);
        edition.Publish(Approver, Now, null);

        Assert.Throws<InvalidOperationException>(() => edition.Write("Đổi", "Tóm tắt.", "doi", new Article(), Now));
        Assert.Equal("Giờ làm việc mới", edition.Title);
    }

    [Fact]
    public void Writing_on_a_submitted_text_takes_it_back_to_draft()
    {
        var edition = Given.Edition(inReview: true);

        edition.Write("Sửa lại", "Tóm tắt.", "sua-lai", new Article(), Now);

        Assert.Equal(EditionState.Draft, edition.State);
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Approver, Now, null));
    }

    [Fact]
    public void A_new_edition_retires_the_old_one_and_keeps_the_day_readers_know()
    {
        var first = Given.Edition(inReview: true);
        first.Publish(Approver, Now, null);
        var second = Given.Edition(inReview: true, item: first.Item, number: 2);

        second.Publish(Approver, Now.AddDays(3), first);

        Assert.Equal(EditionState.Retired, first.State);
        Assert.Equal((Now, Now.AddDays(3)), (second.PublishedAt, second.ChangedAt));
    }

    [Fact]
    public void A_refused_text_goes_back_with_the_reason_and_loses_it_when_approved()
    {
        var edition = Given.Edition(author: Author, inReview: true);

        edition.Refuse(Approver, "Thiếu nguồn.", Now);
        Assert.Equal((EditionState.Draft, "Thiếu nguồn."), (edition.State, edition.ReviewNote));

        edition.Submit(Now);
        edition.Publish(Approver, Now, null);
        Assert.Null(edition.ReviewNote);
    }

    [Fact]
    public void A_scheduled_text_goes_live_as_it_was_approved()
    {
        var edition = Given.Edition(author: Author, inReview: true);
        edition.Schedule(Approver, Now.AddHours(2), Now);

        Assert.Throws<InvalidOperationException>(() => edition.Write("Đổi", "x", "doi", new Article(), Now));
        edition.PublishAsScheduled(Now.AddHours(2), null);

        Assert.Equal((EditionState.Published, Approver), (edition.State, edition.ApproverId));
    }

    [Fact]
    public void A_withdrawn_text_keeps_why_and_never_comes_back()
    {
        var edition = Given.Edition(inReview: true);
        edition.Publish(Approver, Now, null);

        edition.Withdraw("Thông tin sai.", Now.AddDays(1));

        Assert.Equal((EditionState.Withdrawn, "Thông tin sai."), (edition.State, edition.WithdrawReason));
        Assert.Throws<InvalidOperationException>(() => edition.Submit(Now));
        Assert.Throws<InvalidOperationException>(() => edition.Publish(Approver, Now, null));
    }

    // Every way of using an edition, in any order: what is refused changes nothing, what is allowed is on this list.
    private static readonly HashSet<(EditionState, string, EditionState)> Allowed =
    [
        (EditionState.Draft, "write", EditionState.Draft), (EditionState.InReview, "write", EditionState.Draft),
        (EditionState.Draft, "submit", EditionState.InReview), (EditionState.InReview, "refuse", EditionState.Draft),
        (EditionState.InReview, "schedule", EditionState.Scheduled), (EditionState.InReview, "publish", EditionState.Published),
        (EditionState.Scheduled, "hour", EditionState.Published), (EditionState.Published, "withdraw", EditionState.Withdrawn),
    ];

    [Fact]
    public void In_whatever_order_the_verbs_come_only_the_listed_steps_happen() =>
        Gen.OneOf("write", "submit", "refuse", "schedule", "publish", "hour", "withdraw", "publish-own").List[1, 12].Sample(verbs =>
        {
            var edition = Given.Edition(author: Author);
            foreach (var verb in verbs)
            {
                var (before, title, slug) = (edition.State, edition.Title, edition.Slug);
                try
                {
                    Do(edition, verb);
                    Assert.True(Allowed.Contains((before, verb, edition.State)), $"{before} {verb} {edition.State}");
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal((before, title, slug), (edition.State, edition.Title, edition.Slug));
                }
                Assert.True(edition.State is not (EditionState.Published or EditionState.Scheduled) || edition.ApproverId == Approver);
                Assert.Equal(edition.State is EditionState.Published or EditionState.Withdrawn, edition.PublishedAt is not null);
            }
        });

    private static void Do(Edition edition, string verb)
    {
        switch (verb)
        {
            case "write": edition.Write("Bản mới", "Tóm tắt.", "ban-moi", new Article(), Now); break;
            case "submit": edition.Submit(Now); break;
            case "refuse": edition.Refuse(Approver, "Lý do", Now); break;
            case "schedule": edition.Schedule(Approver, Now.AddDays(1), Now); break;
            case "publish": edition.Publish(Approver, Now, null); break;
            case "publish-own": edition.Publish(Author, Now, null); break;
            case "hour": edition.PublishAsScheduled(Now, null); break;
            default: edition.Withdraw("Lý do", Now); break;
        }
    }
}
