namespace CCHC.Portal.Cases.Understanding;

/// <summary>What a text seems to be, and the words that say so. A suggestion: a person decides.</summary>
public sealed record Suggestion
{
    public const string Sealed = "SEALED", Triage = "TRIAGE", Nobody = "NONE";

    public required FeedbackKind Kind { get; init; }
    public required FeedbackField Field { get; init; }

    /// <summary>The unit by its code; TRIAGE when it is not sure enough to guess.</summary>
    public required string Unit { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>From 0 to 1: how sure it is of the less sure of kind and unit.</summary>
    public required float Confidence { get; init; }

    public IReadOnlyList<Reason> Because { get; init; } = [];

    public bool IsSealed => Unit == Sealed;
    public bool IsUrgent => Flags.Contains("Emergency") || Flags.Contains("Urgent");
}

/// <summary>Words of the text, where they stand, and what they spoke for.</summary>
public sealed record Reason(string For, string Words, int Start, int Length);
