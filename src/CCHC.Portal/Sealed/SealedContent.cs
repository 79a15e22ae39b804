namespace CCHC.Portal.Sealed;

/// <summary>What a sealed case says, in the clear only while a named reader looks at it; who sent it is in a box of its own.</summary>
public sealed record SealedContent
{
    public string Message { get; init; } = "";
    public string Place { get; init; } = "";
    public DateOnly? HappenedOn { get; init; }
    /// <summary>Field and way of coming, as the officers call them; whom it accuses, as the sender said it.</summary>
    public string Field { get; init; } = "";
    public string Channel { get; init; } = "";
    public List<string> About { get; init; } = [];

    /// <summary>What happened to it before it was moved here, every word of it.</summary>
    public List<SealedHappening> Happened { get; init; } = [];

    /// <summary>Why an officer moved it here; empty when it came by itself.</summary>
    public string MovedBecause { get; init; } = "";

    public bool WasDeclared { get; init; }

    /// <summary>What was answered to the questions of the form.</summary>
    public List<SealedAnswer> Answers { get; init; } = [];

    /// <summary>The words that made the portal suspect a denunciation, when the sender did not say so.</summary>
    public List<string> Because { get; init; } = [];
}

/// <summary>Who sent a sealed case; read by a request of its own, with a reason, on record.</summary>
public sealed record SealedSender
{
    public static readonly SealedSender Unknown = new();

    public string Name { get; init; } = "";
    public string Address { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>What was answered to questions of the form that tell who somebody is.</summary>
    public List<SealedAnswer> Answers { get; init; } = [];
}

/// <summary>One thing that happened to a case while it lay open.</summary>
public sealed record SealedHappening(string What, string When, string? Who, string Text);

/// <summary>A file of a sealed case.</summary>
public sealed record SealedPaper(string Name, string ContentType, byte[] Content);

/// <summary>A question of the form and its answer.</summary>
public sealed record SealedAnswer(string Label, string Text);
