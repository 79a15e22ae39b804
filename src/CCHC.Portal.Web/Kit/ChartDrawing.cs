using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace CCHC.Portal.Web.Kit;

/// <summary>Draws a chart as the inside of an SVG: shapes with classes only, so that colours come from the theme and no style is inline.</summary>
public sealed class ChartDrawing(Chart chart, bool narrow, string culture, HtmlEncoder encoder)
{
    private const double Top = 34, LetterWidth = 8.6;

    private readonly StringBuilder svg = new();
    private readonly ChartScale scale = ChartScale.Of(Heights(chart), chart.Kind != ChartKind.Line);

    public double Width { get; } = narrow ? 340 : 800;
    public double Height { get; } = narrow ? 236 : 350;

    private double Left => narrow ? 44 : 64;

    // Lines are named at their end, where there is room for it.
    private double Right => Width - (chart.Kind != ChartKind.Line ? 12 : narrow ? 34 : chart.Series.Count < 2 ? 80 : Math.Clamp((chart.Series.Max(series => series.Name.Length) * LetterWidth) + 24, 80, 240));

    private double Bottom => Height - 46;

    private double Slot => (Right - Left) / Math.Max(1, chart.Labels.Count - (chart.Kind == ChartKind.Line ? 1 : 0));

    public string Draw()
    {
        Grid();
        if (chart.Kind == ChartKind.Line)
        {
            foreach (var (series, at) in chart.Series.Select((series, at) => (series, at)).Reverse())
            {
                Line(series, at);
            }
            Ends();
        }
        else
        {
            for (var at = 0; at < chart.Labels.Count; at++)
            {
                Bars(at);
            }
        }
        return svg.ToString();
    }

    // What must fit on the axis: the values, or the sums of what is stacked.
    private static List<decimal> Heights(Chart chart) => chart.Kind == ChartKind.Stacked
        ? [.. chart.Labels.Select((_, at) => chart.Series.Sum(series => series.Values[at] ?? 0))]
        : [.. chart.Series.SelectMany(series => series.Values).OfType<decimal>()];

    private void Grid()
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Y(tick);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(tick == scale.From ? "c-ax" : "c-g")}\" x1=\"{N(Left)}\" x2=\"{N(Right)}\" y1=\"{N(y)}\" y2=\"{N(y)}\"/>");
            Text("c-t", Left - 12, y + 5, "end", Say(tick));
        }
        var (every, last) = (Every(), chart.Labels.Count - 1);
        for (var at = 0; at <= last; at++)
        {
            if (at == last || (at % every == 0 && last - at >= every))
            {
                Text("c-t", X(at), Bottom + 28, "middle", chart.Labels[at]);
            }
        }
    }

    // Labels that would run into one another are thinned out; the last one always stands.
    private int Every()
    {
        var widest = chart.Labels.Count == 0 ? 0 : chart.Labels.Max(label => label.Length) * LetterWidth + 10;
        return Math.Max(1, (int)Math.Ceiling(widest / Slot));
    }

    private void Line(ChartSeries series, int at)
    {
        var run = new List<string>();
        for (var i = 0; i <= chart.Labels.Count; i++)
        {
            if (i < chart.Labels.Count && series.Values[i] is { } value)
            {
                run.Add($"{N(X(i))},{N(Y(value))}");
                continue;
            }
            if (run.Count > 1)
            {
                svg.Append($"<polyline class=\"ln s{at + 1}\"{(at == 0 ? "" : at == 1 ? " stroke-dasharray=\"2 9\"" : " stroke-dasharray=\"12 8\"")} points=\"{string.Join(' ', run)}\"/>");
            }
            run.Clear();
        }
        foreach (var (value, i) in series.Values.Select((value, i) => (value, i)).Where(pair => pair.value is not null))
        {
            Mark(at, X(i), Y(value!.Value));
        }
    }

    // Never colour alone: round, square, three-cornered.
    private void Mark(int series, double x, double y) => svg.Append(series switch
    {
        0 => $"<circle class=\"d1\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\"/>",
        1 => $"<rect class=\"d2\" x=\"{N(x - 5)}\" y=\"{N(y - 5)}\" width=\"10\" height=\"10\"/>",
        _ => $"<path class=\"d{series + 1}\" d=\"M{N(x)} {N(y - 6)}L{N(x + 6)} {N(y + 5)}H{N(x - 6)}z\"/>",
    });

    // The last value of each line with its name; two that lie close together are moved apart.
    private void Ends()
    {
        var lowest = double.MinValue;
        var room = narrow ? 18 : 42;
        foreach (var (series, last) in chart.Series.Select(series => (series, last: LastOf(series))).Where(pair => pair.last >= 0).OrderByDescending(pair => pair.series.Values[pair.last]))
        {
            var y = Math.Max(Y(series.Values[last]!.Value), lowest + room);
            lowest = y;
            if (narrow)
            {
                Text("c-v", Math.Min(X(last), Width - 4), y - 12, last == chart.Labels.Count - 1 ? "end" : "middle", Say(series.Values[last]!.Value));
                continue;
            }
            Text("c-v", X(last) + 14, y + 5, "start", Say(series.Values[last]!.Value));
            if (chart.Series.Count > 1)
            {
                Text("c-t", X(last) + 14, y + 24, "start", series.Name);
            }
        }
    }

    private static int LastOf(ChartSeries series) => series.Values.ToList().FindLastIndex(value => value is not null);

    private void Bars(int at)
    {
        var values = chart.Series.Select(series => series.Values[at]).ToList();
        if (values.TrueForAll(value => value is null))
        {
            Text("c-t", X(at), Bottom - 8, "middle", "—");   // not published: said in the table
            return;
        }
        var stacked = chart.Kind == ChartKind.Stacked;
        var width = Math.Min(narrow ? 40 : 64, Slot * 0.72 / (stacked ? 1 : values.Count));
        var (left, below) = (X(at) - (width * (stacked ? 1 : values.Count) / 2), 0m);
        for (var series = 0; series < values.Count; series++)
        {
            if (values[series] is { } value)
            {
                Bar(series, stacked ? left : left + (series * width), width, below, below + value, stacked);
                below += stacked ? value : 0;
            }
        }
        if (stacked)
        {
            Text("c-v", X(at), Y(below) - 8, "middle", values.Contains(null) ? "—" : Said(below, width));   // a sum only of what is all known
        }
    }

    private void Bar(int series, double x, double width, decimal from, decimal to, bool stacked)
    {
        var (y, height) = (Y(to), Y(from) - Y(to));
        var gap = stacked && height > 4 ? 2 : 0;   // parts are kept apart by the ground
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"d{series + 1}\" x=\"{N(x + 1)}\" y=\"{N(y + gap)}\" width=\"{N(Math.Max(1, width - 2))}\" height=\"{N(Math.Max(0, height - gap))}\"/>");
        if (!stacked)
        {
            Text("c-v", x + (width / 2), y - 8, "middle", Said(to, width));
        }
    }

    // A number wider than its bar would run into the next one; the table has it.
    private string Said(decimal value, double width) => Say(value) is var said && said.Length * LetterWidth <= Math.Max(width + 14, Slot * (chart.Kind == ChartKind.Stacked || chart.Series.Count == 1 ? 1 : 0)) ? said : "";

    private void Text(string style, double x, double y, string anchor, string words)
    {
        if (words != "")
        {
            svg.Append($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}>{encoder.Encode(words)}</text>");
        }
    }

    private double X(int at) => chart.Kind != ChartKind.Line ? Left + (Slot * (at + 0.5)) : chart.Labels.Count == 1 ? (Left + Right) / 2 : Left + (Slot * at);

    private double Y(decimal value) => Bottom - ((Bottom - Top) * scale.Share(value));

    private string Say(decimal value) => ChartNumbers.Say(value, culture);

    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
