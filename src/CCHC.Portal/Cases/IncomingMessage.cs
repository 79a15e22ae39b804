using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Channels;

namespace CCHC.Portal.Cases;

/// <summary>What a person sent, checked and cleaned, before it becomes a case.</summary>
public sealed record IncomingMessage
{
    public required string IdempotencyKey { get; init; }
    public FeedbackKind Kind { get; init; }
    public FeedbackField Field { get; init; }
    public required string Message { get; init; }
    public string Place { get; init; } = "";

    /// <summary>What it was tagged as, such as Harassment; the routing table may ask for it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whom it is about, when the sender said so.</summary>
    public IReadOnlyList<AboutWhom> About { get; init; } = [];

    /// <summary>The unit it praises, which reads it.</summary>
    public Guid? Praises { get; init; }

    public DateOnly? HappenedOn { get; init; }

    /// <summary>What was answered to the questions of the form, with its words.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    public Submitter Submitter { get; init; } = new();
    public bool IdentityWithheld { get; init; }
    public bool WantsMail { get; init; }
    public TextWay? TextBy { get; init; }
    public bool MayPublish { get; init; }
    public bool ProvedHuman { get; init; }
    public string Culture { get; init; } = "vi";
    public IntakeChannel Channel { get; init; }

    /// <summary>Who of the staff wrote it down for the sender.</summary>
    public Guid? EnteredBy { get; init; }
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>A code drawn beforehand, where something is said of it in the same save.</summary>
    public string? ReferenceCode { get; init; }

    /// <summary>A case it seems to have to do with, for a person to judge.</summary>
    public Guid? SeemsToBelongTo { get; init; }
}

/// <summary>A file already cleaned and lying in the file store.</summary>
public sealed record SentFile(string StoreKey, string Name, string ContentType, long Size);
