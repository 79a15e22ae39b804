using CCHC.Portal.Content;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The editor's screen: the form and what stands beside it.</summary>
public sealed record EditorPage(EditorForm Form)
{
    /// <summary>The text being edited; null for one not saved yet.</summary>
    public Edition? Edition { get; init; }

    public int Version { get; init; }

    /// <summary>Under which name typing in this form is kept until it is saved.</summary>
    public string Place { get; init; } = "";

    /// <summary>What this person typed here earlier and never saved.</summary>
    public TypedCopy? Kept { get; init; }

    /// <summary>Why words kept on the machine are not offered: "typed" when the form came back with them, "said" when something was just done; null when they are.</summary>
    public string? Fresh { get; init; }

    /// <summary>The place whose words were saved a moment ago: what the machine kept of them is thrown away.</summary>
    public string? Saved { get; init; }

    /// <summary>Whether the form is the translation of a Vietnamese text, which stands beside it.</summary>
    public EditorForm? Original { get; init; }

    public IReadOnlyList<Unit> Units { get; init; } = [];
    public IReadOnlyList<RemarkLine> Thread { get; init; } = [];

    /// <summary>What readers would stumble over in the text as last saved; null for one not saved yet.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    public IReadOnlyList<(string Key, string Title)> Topics { get; init; } = [];
    /// <summary>The texts that embed this one.</summary>
    public IReadOnlyList<(Guid Id, string Title)> EmbeddedIn { get; init; } = [];

    /// <summary>The words for which it is shown first.</summary>
    public IReadOnlyList<PinnedAnswer> Pins { get; init; } = [];

    public IReadOnlyList<PastLine> History { get; init; } = [];

    /// <summary>The outside sources an article may be quoted from.</summary>
    public IReadOnlyList<(string Key, string Title)> Sources { get; init; } = [];

    public IReadOnlyList<(string Name, string Alt)> Shelf { get; init; } = [];
}

/// <summary>One line of the thread that stays with an item.</summary>
public sealed record RemarkLine(string Who, RemarkKind Kind, string Text, string When);
