namespace CCHC.Portal.Web.Kit;

/// <summary>
/// A chart as a page gives it to the partial _Chart: its finding as the title, the labels along the axis, at most six series.
/// A value of null was not published: it leaves a gap in the drawing and says so in the table, and is never drawn as 0.
/// </summary>
public sealed record Chart(string Id, string Title, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    public ChartKind Kind { get; init; }

    /// <summary>What is measured and in which unit: “Điểm, thang 100”.</summary>
    public string? Measure { get; init; }

    /// <summary>The head of the table's first column, said in the reader's language.</summary>
    public string LabelHead { get; init; } = "";

    /// <summary>The level of its heading: 2, or 3 under a heading of its own.</summary>
    public int Level { get; init; } = 2;

    /// <summary>False only where the page itself shows the same numbers in a table beside it.</summary>
    public bool Table { get; init; } = true;

    /// <summary>Whether there is a number at all.</summary>
    public bool HasValues => Series.Any(series => series.Values.Any(value => value is not null));

    /// <summary>How much of its whole one of the bars across is, from 0 to 100: of its own most, or of the longest bar.</summary>
    public int Share(int at) => Series[0].Values[at] is { } value && (Series.Count > 1 ? Series[1].Values[at] : Series[0].Values.Max()) is { } whole and > 0
        ? (int)Math.Clamp(value / whole * 100, 0, 100) : 0;
}

/// <summary>One line, or one colour of bars, with a value for each label.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>Values over time as lines or bars side by side, parts of a whole as stacked bars, things with long names as bars across (a second series says how much each could have been).</summary>
public enum ChartKind { Line, Bars, Stacked, Across }
