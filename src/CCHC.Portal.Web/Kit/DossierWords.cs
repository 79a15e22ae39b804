using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Kit;

/// <summary>How the figures of dossiers are told: Quý 3/2026; 98,2 % đúng hạn. What was not published is said so.</summary>
public static class DossierWords
{
    extension(Translator T)
    {
        public string Name(DossierPeriod period) => period switch
        {
            { Name: { Length: > 0 } name } => name,
            { From: { } from, Until: { } until } => Months(from, until) switch
            {
                1 => T["Tháng {0}/{1}", until.Month, until.Year],
                3 when until.Month % 3 == 0 => T["Quý {0}/{1}", until.Month / 3, until.Year],
                6 when until.Month == 6 => T["6 tháng đầu năm {0}", until.Year],
                6 when until.Month == 12 => T["6 tháng cuối năm {0}", until.Year],
                12 when until.Month == 12 => T["Năm {0}", until.Year],
                _ => $"{VietnamTime.ShortDate(from)} – {VietnamTime.ShortDate(until)}",
            },
            _ => "",
        };

        public string Count(int? number, string culture) => number is { } known ? ChartNumbers.Say(known, culture) : T["chưa công bố"];

        public string InTime(DossierPeriod? period, string culture) => period?.InTime is { } share ? $"{ChartNumbers.Say(share, culture)} %" : T["chưa công bố"];

        /// <summary>Why there is no share: where no dossier was settled there is none to publish.</summary>
        public string NoShare(DossierPeriod period) => period.Settled == 0 ? T["Chưa có hồ sơ nào giải quyết xong"] : T["Tỷ lệ đúng hạn chưa công bố"];

        /// <summary>How many came and how many were settled, as far as it was published.</summary>
        public string CameAndSettled(DossierPeriod period, string culture) => (period.Received, period.Settled) switch
        {
            ({ } came, { } settled) => T["Nhận {0} hồ sơ, giải quyết xong {1}", ChartNumbers.Say(came, culture), ChartNumbers.Say(settled, culture)],
            ({ } came, null) => T["Nhận {0} hồ sơ, chưa công bố số giải quyết xong", ChartNumbers.Say(came, culture)],
            (null, { } settled) => T["Giải quyết xong {0} hồ sơ, chưa công bố số nhận", ChartNumbers.Say(settled, culture)],
            _ => T["Chưa công bố số nhận và số giải quyết xong"],
        };

        /// <summary>What became of the dossiers of each period, one above the other; the title tells the newest.</summary>
        public Chart Chart(DossierFigures figures, string culture)
        {
            var periods = figures.InOrder;
            return new Chart("bieu-do", figures.Latest is not { } latest ? T["Chưa công bố"] : latest.InTime is null ? $"{T.Name(latest)}. {T.CameAndSettled(latest, culture)}" : T["{0}: {1} hồ sơ giải quyết xong, {2} đúng hạn", T.Name(latest), T.Count(latest.Settled, culture), T.InTime(latest, culture)],
                [.. periods.Select(period => T.Name(period))],
                [
                    new(T["Xong đúng hạn"], [.. periods.Select(period => (decimal?)period.SettledOnTime)]), new(T["Xong trễ hạn"], [.. periods.Select(period => (decimal?)period.SettledLate)]),
                    new(T["Đang làm, quá hạn"], [.. periods.Select(period => (decimal?)period.PendingLate)]), new(T["Đang làm, còn hạn"], [.. periods.Select(period => (decimal?)period.PendingOnTime)]),
                ])
            {
                Kind = ChartKind.Stacked,
                Measure = T["Số hồ sơ"],
                LabelHead = T["Kỳ"],
                Table = false,
            };
        }
    }

    // Whole months, whether they begin on the first or, as reports do, on the 15th of the month before (NĐ 09/2019); 0 for other stretches.
    private static int Months(DateOnly from, DateOnly until)
    {
        var between = (until.Year * 12) + until.Month - (from.Year * 12) - from.Month;
        return from.Day == 1 && until.AddDays(1).Day == 1 ? between + 1 : from.Day == 15 && until.Day == 14 ? between : 0;
    }
}
