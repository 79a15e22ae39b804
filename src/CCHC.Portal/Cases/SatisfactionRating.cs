using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>How content the sender is with the answer, from 1 to 5, and why; given once, changeable for some days.</summary>
public sealed class SatisfactionRating : ISiteOwned
{
    public const int Lowest = 1, Highest = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public int Score { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Which answer was rated: another answer may be rated anew.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    public DateTimeOffset RatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Covers words of the reason; what stood there is kept with the history.</summary>
    public void Cover(IReadOnlyCollection<string> words) => Reason = Redacting.Cover.Over(Reason, words);

    public static SatisfactionRating Of(Feedback feedback) => new() { SiteId = feedback.SiteId, FeedbackId = feedback.Id };

    /// <summary>Whether it may still be given or changed.</summary>
    public bool MayChange(Feedback feedback, int days, DateTimeOffset now) =>
        feedback is { State: FeedbackState.Answered, AnsweredAt: { } answered } && (answered != AnsweredAt || now < RatedAt.AddDays(days));

    public void Give(Feedback feedback, int score, string reason, int days, DateTimeOffset now)
    {
        if (score is < Lowest or > Highest || !MayChange(feedback, days, now))
        {
            throw new InvalidOperationException($"{feedback.ReferenceCode} is {feedback.State}: {score} is not taken as a rating of it now.");
        }
        if (feedback.AnsweredAt != AnsweredAt)
        {
            (AnsweredAt, RatedAt) = (feedback.AnsweredAt!.Value, now);
        }
        (Score, Reason, ChangedAt) = (score, reason, now);
        feedback.Rate(score, reason, now);
    }
}
