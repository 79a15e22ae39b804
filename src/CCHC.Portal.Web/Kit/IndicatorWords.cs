using CCHC.Portal.Content.Types;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Kit;

/// <summary>How an index is told: 87,5 điểm; tăng 1,2 điểm so với 2024; hạng 5 trên 34. What was not published is said so.</summary>
public static class IndicatorWords
{
    extension(Translator T)
    {
        public string Value(Indicator indicator, IndicatorYear? year, string culture) =>
            year?.Value is { } value ? ChartNumbers.Say(value, culture) : T["chưa công bố"];

        /// <summary>What became of it since the year before, in words.</summary>
        public string Change(Indicator indicator, IndicatorYear year, string culture) => (year.Value, indicator.Change(year)) switch
        {
            (null, _) => "",
            (_, null) => T["không có số năm trước để so"],
            (_, 0) => T["không đổi so với {0}", year.Year! - 1],
            (_, > 0 and var up) => T["tăng {0} {1} so với {2}", ChartNumbers.Say(up, culture), indicator.Measure, year.Year! - 1],
            (_, { } down) => T["giảm {0} {1} so với {2}", ChartNumbers.Say(-down, culture), indicator.Measure, year.Year! - 1],
        };

        public string Rank(Indicator indicator, IndicatorYear? year) => year?.Rank is not { } rank ? T["chưa công bố"]
            : T["{0} trên {1}", rank, year.Of!] + indicator.Climb(year) switch { null => "", 0 => T[", giữ nguyên"], > 0 and var up => T[", lên {0} bậc", up], { } down => T[", xuống {0} bậc", -down] };

        /// <summary>One line over the years for each level; its title is what the newest number tells.</summary>
        public Chart Chart(Indicator indicator, SiteProfile site, string culture)
        {
            var years = indicator.Years.Select(year => year.Year).OfType<int>().Distinct().Order().ToList();
            var newest = indicator.Levels.Reverse().Select(level => (Level: level, Year: indicator.Latest(level))).FirstOrDefault(pair => pair.Year is not null);
            var title = newest.Year is not { } latest ? T["{0}: chưa công bố", indicator.Short]
                : string.Join(", ", new[] { $"{NameOf(newest.Level, site, culture)} {latest.Year}: {ChartNumbers.Say(latest.Value!.Value, culture)} {indicator.Measure}", indicator.Change(latest) is null ? "" : T.Change(indicator, latest, culture) }.Where(words => words != ""));
            return new Chart("bieu-do", title, [.. years.Select(year => $"{year}")],
                [.. indicator.Levels.Select(level => new ChartSeries(NameOf(level, site, culture), [.. years.Select(year => indicator.Of(level).FirstOrDefault(row => row.Year == year)?.Value)]))])
            {
                Measure = indicator.ScaleTo is { } most ? T["{0}, thang đo từ {1} đến {2}", indicator.Short, ChartNumbers.Say(indicator.ScaleFrom ?? 0, culture), ChartNumbers.Say(most, culture)] : indicator.Short,
                LabelHead = T["Năm"],
                Table = false,
            };
        }
    }

    /// <summary>Of whom a level speaks: the body of this portal, or the city above it.</summary>
    public static string NameOf(IndicatorLevel level, SiteProfile site, string culture) => level == IndicatorLevel.City ? site.ParentIn(culture) : site.NameIn(culture);
}
