namespace CCHC.Portal.Content.Word;

/// <summary>A paragraph or a table of the document, read but not yet written as Markdown.</summary>
internal abstract record WordBlock;

/// <summary>A paragraph: its words, marked and plain.</summary>
internal sealed record WordParagraph(string Markdown, string Plain) : WordBlock
{
    /// <summary>Its words without bold, for a heading.</summary>
    public string Unbold { get; init; } = "";

    /// <summary>1 to 9 for a heading, 0 for the title.</summary>
    public int? Rank { get; init; }

    public WordItem? Item { get; init; }
    public bool AllBold { get; init; }
    public bool HasPicture { get; init; }
}

/// <summary>A table as a grid: every cell knows the places it covers.</summary>
internal sealed record WordTable(IReadOnlyList<WordCell> Cells, int Rows, int Columns) : WordBlock;

/// <summary>One cell and what stands in it.</summary>
internal sealed record WordCell(int Row, int Column, int Across, IReadOnlyList<WordBlock> Blocks)
{
    public int Down { get; set; } = 1;

    public IEnumerable<string> Lines => Blocks.OfType<WordParagraph>().Select(paragraph => paragraph.Plain).Where(line => line != "");
}
