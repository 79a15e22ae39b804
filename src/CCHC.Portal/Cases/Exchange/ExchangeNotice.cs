using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>What a peer is told of one event of a case it sent; goes out until the peer has it, in the order things happened.</summary>
public sealed class ExchangeNotice : ISiteOwned
{
    public const int MostAttempts = 40, LongestError = 300;

    /// <summary>No patience puts a notice off for longer than this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PeerId { get; init; }
    public Guid FeedbackId { get; init; }

    /// <summary>The event's place in the case's history; a case and a place make one notice.</summary>
    public int Number { get; init; }

    /// <summary>The notice's own number, the same at each attempt: the peer keeps it once.</summary>
    public required string MessageNumber { get; init; }

    public required string Body { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Attempts { get; private set; }
    public string Error { get; private set; } = "";

    public bool IsGivenUp => DoneAt is null && Attempts >= MostAttempts;

    public static ExchangeNotice Of(ExchangeMessage source, Guid feedback, int number, string messageNumber, string body, DateTimeOffset now) => new()
    {
        SiteId = source.SiteId,
        PeerId = source.PeerId,
        FeedbackId = feedback,
        Number = number,
        MessageNumber = messageNumber,
        Body = body,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public void Delivered(DateTimeOffset now) => (DoneAt, Error, LockedUntil) = (now, "", null);

    /// <summary>Tries again after 1, 2, 4 … minutes, at most six hours apart.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        (Error, LockedUntil) = (error.Length > LongestError ? error[..LongestError] : error, null);
        NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Attempts - 1)));
    }

    /// <summary>A person says: now, and with all patience again.</summary>
    public void TryAgain(DateTimeOffset now) => (Attempts, NextAttemptAt, LockedUntil) = (0, now, null);
}
