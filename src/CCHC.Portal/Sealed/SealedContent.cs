namespace CCHC.Portal.Sealed;

/// <summary>What a sealed case says, in the clear only while a named reader looks at it.</summary>
public sealed record SealedContent
{
    public string Message { get; init; } = "";
    public string Place { get; init; } = "";
    public DateOnly? HappenedOn { get; init; }
    public string Name { get; init; } = "";
    public string Address { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public bool WasDeclared { get; init; }

    /// <summary>What was answered to the questions of the form.</summary>
    public List<SealedAnswer> Answers { get; init; } = [];

    /// <summary>The words that made the portal suspect a denunciation, when the sender did not say so.</summary>
    public List<string> Because { get; init; } = [];
}

/// <summary>A file of a sealed case.</summary>
public sealed record SealedPaper(string Name, string ContentType, byte[] Content);

/// <summary>A question of the form and its answer.</summary>
public sealed record SealedAnswer(string Label, string Text);
