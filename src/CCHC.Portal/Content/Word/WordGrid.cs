using System.Text;

namespace CCHC.Portal.Content.Word;

/// <summary>Draws a table with merged cells, or cells of several paragraphs, in the signs of a grid table.</summary>
internal static class WordGrid
{
    public static string Draw(WordTable table, Func<IReadOnlyList<WordBlock>, string> write)
    {
        var cells = table.Cells.Select(cell => (cell, lines: write(cell.Blocks).Split('\n'))).ToList();
        var widths = Enumerable.Repeat(3, table.Columns).ToArray();
        var heights = Enumerable.Repeat(1, table.Rows).ToArray();
        foreach (var (cell, lines) in cells.OrderBy(pair => pair.cell.Across))
        {
            Stretch(widths, cell.Column, cell.Across, lines.Max(line => line.Length) + 2);
        }
        foreach (var (cell, lines) in cells.OrderBy(pair => pair.cell.Down))
        {
            Stretch(heights, cell.Row, cell.Down, lines.Length);
        }
        var (left, top) = (Edges(widths), Edges(heights));
        var canvas = Enumerable.Range(0, top[^1] + 1).Select(_ => Enumerable.Repeat(' ', left[^1] + 1).ToArray()).ToArray();
        // The head ends at the first line that no cell reaches across.
        var headed = Enumerable.Range(1, table.Rows).First(row => table.Cells.All(cell => cell.Row >= row || cell.Row + cell.Down <= row));
        var head = headed < table.Rows ? top[headed] : -1;
        foreach (var (cell, lines) in cells)
        {
            Frame(canvas, cell, left, top, head);
            for (var at = 0; at < lines.Length; at++)
            {
                lines[at].AsSpan().CopyTo(canvas[top[cell.Row] + 1 + at].AsSpan(left[cell.Column] + 2));
            }
        }
        return string.Join('\n', canvas.Select(line => new string(line).TrimEnd()));
    }

    private static void Stretch(int[] sizes, int from, int count, int wanted)
    {
        var held = sizes.Skip(from).Take(count).Sum() + count - 1;
        sizes[Math.Min(from + count, sizes.Length) - 1] += Math.Max(0, wanted - held);
    }

    private static int[] Edges(int[] sizes)
    {
        var edges = new int[sizes.Length + 1];
        for (var at = 0; at < sizes.Length; at++)
        {
            edges[at + 1] = edges[at] + sizes[at] + 1;
        }
        return edges;
    }

    // Every line between rows shows where all columns begin: the parser counts by them.
    private static void Frame(char[][] canvas, WordCell cell, int[] left, int[] top, int head)
    {
        var (from, to) = (left[cell.Column], left[cell.Column + cell.Across]);
        foreach (var y in (int[])[top[cell.Row], top[cell.Row + cell.Down]])
        {
            for (var x = from; x <= to; x++)
            {
                Put(canvas, x, y, Array.IndexOf(left, x) >= 0 ? '+' : y == head ? '=' : '-');
            }
        }
        for (var y = top[cell.Row] + 1; y < top[cell.Row + cell.Down]; y++)
        {
            var sign = Array.IndexOf(top, y) >= 0 ? '+' : '|';
            Put(canvas, from, y, sign);
            Put(canvas, to, y, sign);
        }
    }

    private static void Put(char[][] canvas, int x, int y, char sign)
    {
        if (canvas[y][x] != '+')
        {
            canvas[y][x] = sign;
        }
    }
}
