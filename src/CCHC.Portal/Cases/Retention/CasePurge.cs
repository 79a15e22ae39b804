using System.Text.Json;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Retention;

/// <summary>One purge: proposed by one person with a reason, carried out or refused by another; what is left of it is its proof.</summary>
public sealed class CasePurge : ISiteOwned, IVersioned
{
    public const int Most = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ProposedBy { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public required string Reason { get; init; }
    public required string CasesJson { get; init; }
    public PurgeState State { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>How many cases and files went, and the fingerprint over what they were.</summary>
    public int Count { get; private set; }
    public int Files { get; private set; }
    public byte[] Print { get; private set; } = [];
    public int Version { get; set; }

    public IReadOnlyList<Guid> Cases => JsonSerializer.Deserialize<List<Guid>>(CasesJson)!;

    public static CasePurge Propose(IReadOnlyCollection<Guid> cases, string reason, Guid by, DateTimeOffset now) => new()
    {
        ProposedBy = by,
        ProposedAt = now,
        Reason = reason,
        CasesJson = JsonSerializer.Serialize(cases),
    };

    public void Refuse(string note, Guid by, DateTimeOffset now)
    {
        MustWait();
        (State, Note, DecidedBy, DecidedAt) = (PurgeState.Refused, note, by, now);
    }

    public void Done(int count, int files, byte[] print, Guid by, DateTimeOffset now)
    {
        MustWait();
        if (by == ProposedBy)
        {
            throw new InvalidOperationException("Who proposed a purge does not carry it out.");
        }
        (State, Count, Files, Print, DecidedBy, DecidedAt) = (PurgeState.Done, count, files, print, by, now);
    }

    private void MustWait()
    {
        if (State != PurgeState.Proposed)
        {
            throw new InvalidOperationException($"The purge is {State}.");
        }
    }
}

/// <summary>Where a purge stands.</summary>
public enum PurgeState { Proposed, Done, Refused }
