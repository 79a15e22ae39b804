namespace CCHC.Portal.Web.Kit;

/// <summary>A small sheet to hand out: what one thing is, what matters of it in a few blocks, and the short address of its page.</summary>
public sealed record Leaflet
{
    /// <summary>The language of the text, and the one in which its headings are said.</summary>
    public required string Language { get; init; }

    public required string Labels { get; init; }

    /// <summary>Whose leaflet it is, and what kind of thing it tells of.</summary>
    public required string Body { get; init; }

    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>What a reader must know before relying on it: that figures are samples.</summary>
    public string? Warning { get; init; }

    public required IReadOnlyList<LeafletBlock> Blocks { get; init; }

    /// <summary>Whom to call, most fitting first.</summary>
    public required IReadOnlyList<FrameNumber> Numbers { get; init; }

    /// <summary>The short address, whole; the code says it, people type it without the beginning.</summary>
    public required string Address { get; init; }

    public string Typed => Address.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);

    /// <summary>The few words of the frame: how to open the page, that there is more overleaf, of which day it is.</summary>
    public required LeafletFrame Frame { get; init; }
}

/// <summary>A heading of a leaflet and its lines.</summary>
public sealed record LeafletBlock(string Head, LeafletLook Look, IReadOnlyList<LeafletLine> Lines);

/// <summary>One line of a block: its words, what they are about, and what goes with them.</summary>
public sealed record LeafletLine(string Words, string Label = "", string Note = "");

/// <summary>What stands around the text of a leaflet.</summary>
public sealed record LeafletFrame(string Scan, string CodeLabel, string Overleaf, string Made);

/// <summary>How a block's lines are set: facts beside their names, papers to tick off, numbered steps, plain lines, a number to dial.</summary>
public enum LeafletLook { Facts, Ticks, Steps, Lines, Number }

/// <summary>The sizes a leaflet is printed in.</summary>
public enum LeafletSize { A5, A6 }
