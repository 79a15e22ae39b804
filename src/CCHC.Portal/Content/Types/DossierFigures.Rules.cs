using System.Globalization;

namespace CCHC.Portal.Content.Types;

/// <summary>What in the figures of dossiers cannot be: a dossier that came is settled or still there.</summary>
public sealed partial record DossierFigures
{
    /// <summary>The periods, oldest first.</summary>
    public IReadOnlyList<DossierPeriod> InOrder => [.. Periods.OrderBy(period => period.Until).ThenBy(period => period.From)];

    /// <summary>The newest period that has numbers.</summary>
    public DossierPeriod? Latest => InOrder.LastOrDefault(period => period.HasNumbers);

    // A period that says the same in both keeps its translated words.
    public ContentBody WithFiguresOf(ContentBody original) => original is not DossierFigures vietnamese ? this : this with
    {
        Periods = [.. vietnamese.Periods.Select(period => Periods.Find(own => own with { Name = period.Name, Source = period.Source, Note = period.Note } == period) ?? period)],
    };

    public bool HasSamples => Sample || Periods.Exists(period => period.Sample);

    /// <summary>Why there cannot be such a period, in Vietnamese.</summary>
    public static IEnumerable<string> WrongWith(DossierPeriod period)
    {
        if (period.From is null || period.Until is null)
        {
            yield return "chưa ghi từ ngày, đến ngày.";
        }
        else if (period.From > period.Until)
        {
            yield return "từ ngày phải trước đến ngày.";
        }
        if (!period.HasNumbers)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(period.Source))
        {
            yield return "có số thì phải ghi nguồn.";
        }
        if (period.ClosedOn is null)
        {
            yield return "có số thì phải ghi ngày chốt số.";
        }
        else if (period.ClosedOn < period.From)
        {
            yield return "ngày chốt số phải sau ngày đầu kỳ.";
        }
        if (Sum(period) is { } words)
        {
            yield return words;
        }
    }

    public override IEnumerable<string> Problems() =>
        [.. Periods.SelectMany((period, at) => WrongWith(period).Select(words => $"Kỳ ở dòng thứ {at + 1}: {words}")),
         .. Periods.Where(period => period.From is not null).GroupBy(period => (period.From, period.Until)).Where(same => same.Count() > 1).Select(same => $"Kỳ từ {same.Key.From:dd/MM/yyyy} đến {same.Key.Until:dd/MM/yyyy} có hai dòng.")];

    // With a number missing the sum is not known; it can only be seen to be too much already.
    private static string? Sum(DossierPeriod period)
    {
        var (came, went) = (period.Came.Sum() ?? 0, period.Went.Sum() ?? 0);
        var (allCame, allWent) = (period.Came.All(number => number is not null), period.Went.All(number => number is not null));
        return allCame && allWent && came != went
            ? string.Create(CultureInfo.InvariantCulture, $"tổng không khớp: chuyển sang {period.CarriedOver} + nhận mới {period.Received} = {came}; đã giải quyết {period.Settled} + đang giải quyết {period.Pending} = {went}; lệch {Math.Abs(came - went)} hồ sơ.")
            : allCame && went > came ? string.Create(CultureInfo.InvariantCulture, $"đã và đang giải quyết ({went}) nhiều hơn số có ({came}), lệch {went - came} hồ sơ.")
            : allWent && came > went ? string.Create(CultureInfo.InvariantCulture, $"số có ({came}) nhiều hơn đã và đang giải quyết ({went}), lệch {came - went} hồ sơ.")
            : null;
    }
}
