namespace CCHC.Portal.Web.Kit;

/// <summary>The scale of an axis: round numbers from below the least value to above the largest.</summary>
public sealed record ChartScale(decimal From, decimal To, decimal Step)
{
    private const int About = 4;

    private static readonly decimal[] Round = [1, 2, 2.5m, 5, 10];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>A scale for these values; <paramref name="fromZero"/> for bars, whose length is what one reads.</summary>
    public static ChartScale Of(IReadOnlyCollection<decimal> values, bool fromZero)
    {
        var (least, most) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        least = fromZero ? Math.Min(0, least) : least;
        most = fromZero ? Math.Max(0, most) : most;
        if (least == most)
        {
            (least, most) = fromZero ? (least, least + 1) : (least - 1, most + 1);
        }
        var step = StepFor(most - least);
        var from = Math.Floor(least / step) * step;
        // A point on the axis itself would stand on the labels below it.
        return new ChartScale(!fromZero && from == least && from != 0 ? from - step : from, Math.Ceiling(most / step) * step, step);
    }

    /// <summary>How far up a value lies, from 0 to 1.</summary>
    public double Share(decimal value) => (double)((value - From) / (To - From));

    private static decimal StepFor(decimal span)
    {
        var rough = span / About;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)rough)));
        return Round.First(round => round * power >= rough) * power;
    }
}
