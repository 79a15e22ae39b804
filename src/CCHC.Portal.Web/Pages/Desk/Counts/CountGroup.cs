using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The cases of a period told apart by one thing: unit, kind, field or channel.</summary>
public sealed record CountGroup(string By, string Param, IReadOnlyList<CountRow> Rows, FigureFilter Filter)
{
    public static readonly IReadOnlyList<FigureNumber> Columns =
        [FigureNumber.Received, FigureNumber.OnTime, FigureNumber.Late, FigureNumber.Running, FigureNumber.Overdue, FigureNumber.WithoutDay, FigureNumber.Withdrawn, FigureNumber.AskedAgain];

    /// <summary>The longest bar: the others are drawn to its measure.</summary>
    public int Most => Math.Max(1, Rows.Max(row => row.Line.OnTime + row.Line.Late));

    /// <summary>What the chart says, in words.</summary>
    public string Finding => Rows.MaxBy(row => row.Line.Late) is { Line.Late: > 0 } worst
        ? $"Trễ nhiều nhất: {worst.Label} ({worst.Line.Late} vụ)"
        : Rows.Any(row => row.Line.OnTime > 0) ? "Không có vụ nào trễ hẹn" : "Chưa có vụ nào đến hạn";

    public static CountGroup Of<T>(string by, string param, IEnumerable<FigureCase> cases, Func<FigureCase, T> part, Func<T, (string Label, string Value)> words, FigureFilter filter) => new(
        by, param, [.. cases.GroupBy(part).Select(group => new CountRow(words(group.Key).Label, words(group.Key).Value, FigureLine.Of(null, [.. group]), [.. group])).OrderByDescending(row => row.Line.Received).ThenBy(row => row.Label, StringComparer.Ordinal)], filter);
}

/// <summary>One line of a group, with the cases it counts.</summary>
public sealed record CountRow(string Label, string Value, FigureLine Line, IReadOnlyList<FigureCase> Cases);
