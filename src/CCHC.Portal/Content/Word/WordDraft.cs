namespace CCHC.Portal.Content.Word;

/// <summary>What a Word document became: text for the portal, its pictures, and what was changed or left out on the way.</summary>
public sealed record WordDraft(string Title, string Summary, string Markdown, IReadOnlyList<WordPicture> Pictures, IReadOnlyList<string> Notes, Letterhead? Letterhead);

/// <summary>A draft, or the reason why there is none.</summary>
public sealed record WordOutcome(WordDraft? Draft, WordProblem Problem);

/// <summary>A picture of the document; the text names it by <see cref="Name"/> until it lies in the library.</summary>
public sealed record WordPicture(string Name, byte[] Content, string Alt);

/// <summary>What an administrative document says about itself at its top and bottom (NĐ 30/2020).</summary>
public sealed record Letterhead
{
    public string Issuer { get; init; } = "";
    public string Number { get; init; } = "";
    public string Place { get; init; } = "";
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The kind as it is written: QUYẾT ĐỊNH, KẾ HOẠCH.</summary>
    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";
    public string SignerPost { get; init; } = "";
    public string Signer { get; init; } = "";
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
