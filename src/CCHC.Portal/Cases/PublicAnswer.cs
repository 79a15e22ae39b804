using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>An answered case as the public reads it: a question and an answer with everything personal covered, agreed to by its sender and by two officers.</summary>
public sealed class PublicAnswer : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; init; }

    /// <summary>All of its words without marks, to be found by.</summary>
    public required string Folded { get; init; }

    public FeedbackKind Kind { get; init; }
    public FeedbackField Field { get; init; }
    public Guid? UnitId { get; init; }
    public DateOnly ReceivedOn { get; init; }
    public DateOnly AnsweredOn { get; init; }
    public PublicAnswerState State { get; private set; }
    public Guid ProposedBy { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was refused or taken away.</summary>
    public string Note { get; private set; } = "";

    public int Version { get; set; }
    public string Address => "/phan-anh/cong-khai/" + Slug;

    /// <summary>Why a case cannot be published, in Vietnamese; null when it can.</summary>
    public static string? WhyNot(Feedback feedback) =>
        feedback.Kind is FeedbackKind.AdministrativeComplaint or FeedbackKind.Denunciation ? "Khiếu nại, tố cáo không bao giờ được công khai."
        : feedback.State != FeedbackState.Answered ? "Chỉ công khai vụ việc đã trả lời."
        : !feedback.MayPublish ? "Người gửi không đồng ý công khai, hoặc đã rút lại."
        : null;

    public static PublicAnswer Propose(Feedback feedback, string title, string question, string answer, Guid by, DateTimeOffset now)
    {
        Must(WhyNot(feedback) is null, feedback.ReferenceCode);
        var id = Guid.CreateVersion7();
        return new PublicAnswer
        {
            Id = id,
            SiteId = feedback.SiteId,
            FeedbackId = feedback.Id,
            Slug = $"{Language.Slug.From(title)}-{id.ToString("n")[^6..]}",
            Title = title,
            Question = question,
            Answer = answer,
            Folded = VietnameseText.Fold($"{title} {question} {answer}"),
            Kind = feedback.Kind,
            Field = feedback.Field,
            UnitId = feedback.UnitId,
            ReceivedOn = VietnamTime.Day(feedback.ReceivedAt),
            AnsweredOn = VietnamTime.Day(feedback.AnsweredAt!.Value),
            ProposedBy = by,
            ProposedAt = now,
        };
    }

    /// <summary>The second pair of eyes; never those that proposed it. Consent is asked for once more.</summary>
    public void Approve(Feedback feedback, Guid by, DateTimeOffset now)
    {
        Must(feedback.Id == FeedbackId && WhyNot(feedback) is null, Slug);
        Decide(PublicAnswerState.Published, "", by, now);
    }

    public void Refuse(string note, Guid by, DateTimeOffset now) => Decide(PublicAnswerState.Refused, note, by, now);

    /// <summary>Taken away: consent was revoked, the case is looked at again, or somebody saw what should not be read.</summary>
    public void Withdraw(string why, DateTimeOffset now)
    {
        Must(State is PublicAnswerState.Proposed or PublicAnswerState.Published, Slug);
        (State, WithdrawnAt, Note) = (PublicAnswerState.Withdrawn, now, why);
    }

    private void Decide(PublicAnswerState state, string note, Guid by, DateTimeOffset now)
    {
        Must(State == PublicAnswerState.Proposed && by != ProposedBy, Slug);
        (State, Note, DecidedBy, DecidedAt) = (state, note, by, now);
    }

    private static void Must(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{what} cannot be published or decided now.");
        }
    }
}

/// <summary>Where a public answer stands.</summary>
public enum PublicAnswerState { Proposed, Published, Refused, Withdrawn }
