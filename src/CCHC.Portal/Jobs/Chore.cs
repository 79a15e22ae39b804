using CCHC.Portal.Storage;

namespace CCHC.Portal.Jobs;

/// <summary>One piece of work that must be done once, saved together with the reason for it and done later by whichever node is free.</summary>
public sealed class Chore : ISiteOwned
{
    public const int MostTries = 5, LongestError = 500, LongestWord = 120;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>Which hand does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is done to: the key of a row, never a name.</summary>
    public required string Subject { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>Counted when a node takes it, so that work which kills its node ends too.</summary>
    public int Tries { get; private set; }

    public Guid? LeaseToken { get; private set; }
    public DateTimeOffset? LeasedUntil { get; private set; }
    public int Progress { get; private set; }

    /// <summary>What is being done now, in Vietnamese.</summary>
    public string Word { get; private set; } = "";

    public string? Error { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }

    public bool IsOpen => DoneAt is null && GivenUpAt is null;

    /// <summary>Ring the bell of <see cref="DoChoresJob"/> after the save.</summary>
    public static Chore Of(string kind, string subject, DateTimeOffset now, TimeSpan after = default) =>
        new() { Kind = kind, Subject = subject, CreatedAt = now, NextTryAt = now + after };

    /// <summary>How long to wait before the next try: 1, 4, 16 … minutes.</summary>
    public static TimeSpan Patience(int tries) => TimeSpan.FromMinutes(Math.Pow(4, Math.Clamp(tries - 1, 0, 4)));
}
