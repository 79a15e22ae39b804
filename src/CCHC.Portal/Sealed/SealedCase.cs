namespace CCHC.Portal.Sealed;

/// <summary>A suspected or declared denunciation. Everything it says is in boxes under a key of its own; only named readers have that key's use.</summary>
public sealed class SealedCase
{
    public const string Purpose = "sealed-case", FilePurpose = "sealed-file", AboutPurpose = "sealed-about", NotePurpose = "sealed-note", HoldPurpose = "sealed-hold", IdentityPurpose = "sealed-identity";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; init; }
    public required string ReferenceCode { get; init; }

    /// <summary>The keyed fingerprint of the sender's secret; empty for cases older than the mailbox.</summary>
    public byte[] SecretHash { get; init; } = [];

    public required string IdempotencyKey { get; init; }

    /// <summary>The case's own key, wrapped by the ring; empty for cases older than the ring.</summary>
    public byte[] WrappedKey { get; init; } = [];

    public required byte[] Box { get; set; }

    /// <summary>Who sent it; empty while it still lies in <see cref="Box"/>, with cases older than this box that nobody opened since.</summary>
    public byte[] IdentityBox { get; set; } = [];

    /// <summary>Whom it accuses, so that they are no readers of it.</summary>
    public byte[] AboutBox { get; set; } = [];

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Since when it must not be purged; null: it may, when its time has come.</summary>
    public DateTimeOffset? HeldAt { get; set; }

    public Guid? HeldBy { get; set; }
    public byte[] HoldBox { get; set; } = [];
    public List<SealedFile> Files { get; init; } = [];
    public List<SealedNote> Notes { get; init; } = [];
}

/// <summary>A file that came with a sealed case, encrypted.</summary>
public sealed class SealedFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }

    /// <summary>The letter it came with; null when it came with the case itself.</summary>
    public Guid? NoteId { get; init; }

    public required byte[] Box { get; init; }
}

/// <summary>Something written to a sealed case after it came: asked of the sender, answered by them, or noted among readers.</summary>
public sealed class SealedNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public SealedNoteKind Kind { get; init; }
    public Guid? PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public required byte[] Box { get; init; }
}

/// <summary>Who wrote to whom.</summary>
public enum SealedNoteKind { ToSender, FromSender, AmongReaders }

/// <summary>That somebody opened a sealed case; kept as long as the case, each line sealed to the one before.</summary>
public sealed class SealedAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public string What { get; init; } = "";

    /// <summary>The line's place in the case's log.</summary>
    public int Number { get; init; }

    /// <summary>The fingerprint of this line and of the one before it.</summary>
    public byte[] Print { get; init; } = [];
}

/// <summary>The proof that sealed cases were purged: how many, by whom, why, and the fingerprint of what is gone; nothing of what they said.</summary>
public sealed class SealedPurge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The other reader, who wished it first.</summary>
    public Guid? ProposedBy { get; init; }

    public int Count { get; init; }
    public required string Why { get; init; }
    public required byte[] Print { get; init; }
}
