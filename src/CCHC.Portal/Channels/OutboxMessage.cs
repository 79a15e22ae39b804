using System.Text.Json;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Channels;

/// <summary>Something to tell the outside world, saved together with the fact it tells of, delivered afterwards.</summary>
public sealed class OutboxMessage : ISiteOwned
{
    private const string Purpose = "outbox", Locked = "box:";
    private string payload = "";

    public const int MostAttempts = 40;   // eight days: a long weekend without a mail server loses no letter

    /// <summary>No channel and no patience puts a message off for longer than this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string Kind { get; init; }

    /// <summary>What is to be carried, locked from the first save on: it names who is told. Empty once it was carried.</summary>
    public required string Payload { get => payload; init => payload = value; }

    /// <summary>The case it tells of, so that it goes when the case or its sender's name does.</summary>
    public Guid? FeedbackId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Attempts { get; private set; }
    public string? Error { get; private set; }

    public static OutboxMessage Of(string kind, string payload, DateTimeOffset now, Guid? feedbackId = null) =>
        new() { Kind = kind, Payload = payload, FeedbackId = feedbackId, CreatedAt = now, NextAttemptAt = now };

    /// <summary>What it carries, in the clear; null when it was carried and nothing is kept of it.</summary>
    public T? Read<T>(Vault vault) where T : class =>
        payload == "" ? null
        : payload.StartsWith(Locked, StringComparison.Ordinal) ? vault.Unlock<T>(Convert.FromBase64String(payload[Locked.Length..]), Purpose)
        : JsonSerializer.Deserialize<T>(payload);

    public void Lock(Vault vault)
    {
        if (payload != "" && !payload.StartsWith(Locked, StringComparison.Ordinal))
        {
            payload = Locked + Convert.ToBase64String(vault.LockBytes(System.Text.Encoding.UTF8.GetBytes(payload), Purpose));
        }
    }

    /// <summary>Carried: what is left of it is what its channel still shows, usually nothing.</summary>
    public void Delivered(DateTimeOffset now, string left = "")
    {
        DoneAt = now;
        Error = null;
        payload = left;
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
