namespace CCHC.Portal.Content;

/// <summary>Declares a kind of content: its key, its names and the first part of its addresses.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContentTypeAttribute(string key, string path, string vi, string en) : Attribute
{
    public string Key { get; } = key;

    /// <summary>The first part of the address: tin-tuc.</summary>
    public string Path { get; } = path;

    public string Vi { get; } = vi;
    public string En { get; } = en;

    /// <summary>The seed folder; the key with an s when not said.</summary>
    public string? Folder { get; init; }

    /// <summary>How many people must agree before it goes out, at the least.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>Shown as one entry of a list (a hotline) rather than on a page of its own.</summary>
    public bool ListOnly { get; init; }

    /// <summary>Not even a draft is kept while something readers need is missing.</summary>
    public bool Complete { get; init; }

    /// <summary>How much more than other kinds it is what residents look for; 100 is the rule.</summary>
    public int Sought { get; init; } = 100;

    /// <summary>How many months after the last look the owner looks again; 0 for what grows old in peace, such as news.</summary>
    public int CheckEveryMonths { get; init; }
}
