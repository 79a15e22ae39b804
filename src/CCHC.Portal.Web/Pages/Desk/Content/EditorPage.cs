using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The editor's screen: the form and what stands beside it.</summary>
public sealed record EditorPage(EditorForm Form)
{
    /// <summary>The text being edited; null for one not saved yet.</summary>
    public Edition? Edition { get; init; }

    public int Version { get; init; }
    public IReadOnlyList<(string? Field, string Words)> Missing { get; init; } = [];
    public IReadOnlyList<(string Key, string Title)> Topics { get; init; } = [];
    public IReadOnlyList<PastLine> History { get; init; } = [];
    public IReadOnlyList<(string Name, string Alt)> Shelf { get; init; } = [];
}
