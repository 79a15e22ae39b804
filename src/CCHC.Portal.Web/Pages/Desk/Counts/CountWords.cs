using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>Figures as the desk writes them.</summary>
public static class CountWords
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>What a number is called.</summary>
    public static string Vi(this FigureNumber number) => number.Ground is { } ground ? $"Gia hạn vì {ground.Vi().ToLower(CultureInfo.GetCultureInfo("vi"))}" : number.Label;

    public static string Vi(this FigureOutcome outcome) => outcome switch
    {
        FigureOutcome.OnTime => FigureNumber.OnTime.Label,
        FigureOutcome.Late => FigureNumber.Late.Label,
        FigureOutcome.Running => FigureNumber.Running.Label,
        FigureOutcome.WithoutDay => FigureNumber.WithoutDay.Label,
        _ => FigureNumber.Withdrawn.Label,
    };

    /// <summary>How an outcome is coloured.</summary>
    public static string Look(this FigureOutcome outcome) => outcome switch
    {
        FigureOutcome.OnTime => "ok",
        FigureOutcome.Late => "da",
        FigureOutcome.Running => "in",
        _ => "mu",
    };

    /// <summary>At most one place behind the comma; a dash where there is nothing to say.</summary>
    public static string Of(double? value) => value?.ToString("0.#", Vietnamese) ?? "–";

    /// <summary>A share of a whole as the width of a bar.</summary>
    public static string Width(int part, int whole) => (100.0 * part / Math.Max(1, whole)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
