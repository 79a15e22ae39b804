using CCHC.Portal.Storage;

namespace CCHC.Portal.Channels;

/// <summary>Something to tell the outside world, saved together with the fact it tells of, delivered afterwards.</summary>
public sealed class OutboxMessage : ISiteOwned
{
    public const int MostAttempts = 40;   // eight days: a long weekend without a mail server loses no letter

    /// <summary>No channel and no patience puts a message off for longer than this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Attempts { get; private set; }
    public string? Error { get; private set; }

    public static OutboxMessage Of(string kind, string payload, DateTimeOffset now) =>
        new() { Kind = kind, Payload = payload, CreatedAt = now, NextAttemptAt = now };

    public void Delivered(DateTimeOffset now)
    {
        DoneAt = now;
        Error = null;
    }

    /// <summary>Not now: the channel keeps quiet hours. It is no failure.</summary>
    public void Postpone(DateTimeOffset until) => (NextAttemptAt, LockedUntil) = (until, null);

    /// <summary>Tries again later: after 1, 2, 4 … minutes, at most six hours apart.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        Error = error.Length > 500 ? error[..500] : error;
        LockedUntil = null;
        NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Attempts - 1)));
    }
}
