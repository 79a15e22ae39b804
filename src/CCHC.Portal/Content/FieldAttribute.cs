namespace CCHC.Portal.Content;

/// <summary>How an editor meets a field: its label in both languages, the control, and the guidance inside it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string vi, string en) : Attribute
{
    public string Vi { get; } = vi;
    public string En { get; } = en;
    public FieldInput Input { get; init; }
    public string? Hint { get; init; }

    /// <summary>What kind of file a field for files holds.</summary>
    public MediaKind Holds { get; init; }

    /// <summary>Shown inside the field while it is empty: what a good answer looks like.</summary>
    public string? Example { get; init; }

    public int Order { get; init; }

    /// <summary>Seldom needed: folded away in the form while it is empty.</summary>
    public bool Folded { get; init; }
}

public enum FieldInput { Line, Lines, Markdown, Media, Rows }
