using System.Globalization;
using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Storage.Sheets;

/// <summary>A table as a CSV file that spreadsheets open as it is: written row by row, never held as a whole.</summary>
public static class CsvSheet
{
    private const int Buffered = 64 * 1024;

    public static async Task Write(Stream to, SheetRows sheet, char separator, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { AutoFlush = false };
        var line = new StringBuilder(Buffered + 4096);
        Row(line, sheet.Head, separator);
        await foreach (var row in sheet.Rows.WithCancellation(stop))
        {
            Row(line, row, separator);
            if (line.Length > Buffered)
            {
                await text.WriteAsync(line, stop);
                line.Clear();
            }
        }
        await text.WriteAsync(line, stop);
        await text.FlushAsync(stop);
    }

    private static void Row(StringBuilder line, IReadOnlyList<object?> cells, char separator)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            line.Append(i == 0 ? "" : separator.ToString()).Append('"').Append(Words(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        line.Append("\r\n");
    }

    private static string Words(object? cell) => cell switch
    {
        null => "",
        string text => SheetText.Of(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => SheetText.Of(cell.ToString()),
    };
}

/// <summary>A table on its way into a file: its heading, and rows of text, numbers, days and moments (in the site's time), one at a time.</summary>
public sealed record SheetRows(IReadOnlyList<string> Head, IAsyncEnumerable<object?[]> Rows);
