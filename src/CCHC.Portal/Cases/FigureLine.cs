namespace CCHC.Portal.Cases;

/// <summary>What was promised and kept by one unit in a period: counted, never named.</summary>
/// <param name="UnitId">Null for cases that no unit has yet.</param>
/// <param name="Received">Everything received; it is the sum of the five that follow.</param>
/// <param name="OnTime">Answered, declined or handed over by the promised day.</param>
/// <param name="Late">Not so: settled after that day, or open beyond it.</param>
/// <param name="Running">Open, its day not yet past.</param>
/// <param name="WithoutDay">Ideas and praise: nothing was promised.</param>
/// <param name="Withdrawn">Taken back by the sender.</param>
/// <param name="Answered">Those that were answered, from which the median is taken.</param>
/// <param name="MedianDays">Half of the answers took no more working days than this, stops not counted; null without answers.</param>
/// <param name="AskedAgain">Where the sender was not content with the answer and asked again.</param>
/// <param name="Extensions">Why more time was granted, and in how many cases.</param>
/// <param name="Ratings">How many senders rated the answer.</param>
/// <param name="RatingSum">The sum of their marks, from 1 to 5.</param>
public sealed record FigureLine(
    Guid? UnitId, int Received, int OnTime, int Late, int Running, int WithoutDay, int Withdrawn, int Answered, double? MedianDays, int AskedAgain,
    IReadOnlyDictionary<ExtensionGround, int> Extensions, int Ratings, int RatingSum)
{
    /// <summary>The share of promises kept among those whose day has come, in whole per cent; null when there is none.</summary>
    public int? OnTimeShare => OnTime + Late == 0 ? null : (int)Math.Round(100.0 * OnTime / (OnTime + Late));

    public double? Rating => Ratings == 0 ? null : Math.Round((double)RatingSum / Ratings, 1);

    public static FigureLine Of(Guid? unit, IReadOnlyCollection<FigureCase> cases) => new(
        unit, cases.Count,
        FigureNumber.OnTime.Of(cases), FigureNumber.Late.Of(cases), FigureNumber.Running.Of(cases), FigureNumber.WithoutDay.Of(cases), FigureNumber.Withdrawn.Of(cases),
        FigureNumber.Answered.Of(cases), Median([.. cases.Select(one => one.AnswerDays).OfType<int>().Order()]), FigureNumber.AskedAgain.Of(cases),
        cases.SelectMany(one => one.Extensions.Distinct()).CountBy(ground => ground).ToDictionary(), FigureNumber.Rated.Of(cases), cases.Sum(one => one.Rating ?? 0));

    private static double? Median(IReadOnlyList<int> days) =>
        days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
}

/// <summary>How a promise ended, or stands.</summary>
public enum FigureOutcome { OnTime, Late, Running, WithoutDay, Withdrawn }
