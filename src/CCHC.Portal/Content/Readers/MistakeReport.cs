using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Readers;

/// <summary>What a reader found wrong on a page, until an editor has mended it or says why it is right.</summary>
public sealed class MistakeReport : ISiteOwned
{
    public const int MostCharacters = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required ReadPage Page { get; init; }
    public MistakeKind Kind { get; init; }
    public string Text { get; init; } = "";

    /// <summary>A keyed fingerprint of device, page, version and kind: the same report twice is one.</summary>
    public required string Device { get; init; }

    public DateTimeOffset At { get; init; }
    public MistakeState State { get; private set; }
    public string? Answer { get; private set; }
    public Guid? SettledBy { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public void Mend(Guid by, string? note, DateTimeOffset now) => Settle(MistakeState.Fixed, by, note, now);

    /// <summary>The page is right as it stands, and why.</summary>
    public void Dismiss(Guid by, string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Settle(MistakeState.NotAMistake, by, reason, now);
    }

    private void Settle(MistakeState state, Guid by, string? words, DateTimeOffset now)
    {
        if (State != MistakeState.New)
        {
            throw new InvalidOperationException("This report is settled already.");
        }
        (State, SettledBy, SettledAt, Answer) = (state, by, now, string.IsNullOrWhiteSpace(words) ? null : words);
    }
}

public enum MistakeKind { Wrong, NumberDead, LinkBroken, Unclear, Other }

public enum MistakeState { New, Fixed, NotAMistake }
