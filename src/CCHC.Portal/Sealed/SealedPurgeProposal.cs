namespace CCHC.Portal.Sealed;

/// <summary>One reader's wish to purge what is past its time; nothing goes until another reader says so too.</summary>
public sealed class SealedPurgeProposal
{
    public static readonly TimeSpan Stands = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
    public required string Why { get; init; }

    /// <summary>The cases it is about, by their ids.</summary>
    public required string Cases { get; init; }

    public IReadOnlyCollection<Guid> Chosen => [.. Cases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}
