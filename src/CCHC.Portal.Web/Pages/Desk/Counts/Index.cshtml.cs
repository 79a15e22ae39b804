using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>What was received, promised and kept in a period; every number opens the list of exactly its cases.</summary>
[Needs(Deed.ReadFigures)]
public sealed class IndexModel(CountedCases counted, Visit visit, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<FigureNumber> Tiles =
    [
        FigureNumber.Received, FigureNumber.OnTime, FigureNumber.Late, FigureNumber.Running, FigureNumber.Open, FigureNumber.Overdue, FigureNumber.Answered,
        FigureNumber.Extended, FigureNumber.HandedOver, FigureNumber.AskedAgain, FigureNumber.Withdrawn, FigureNumber.Praise, FigureNumber.Ideas,
    ];

    public FigureFilter Filter { get; private set; } = new();
    public IReadOnlyList<FigureCase> Cases { get; private set; } = [];
    public FigureLine Line { get; private set; } = FigureLine.Of(null, []);
    public IReadOnlyList<CountGroup> Groups { get; private set; } = [];
    public IReadOnlyList<FigurePeriod> Periods { get; private set; } = [];
    public IReadOnlyList<Unit> Units => counted.Units;

    /// <summary>Reasons for more time, most frequent first.</summary>
    public IEnumerable<FigureNumber> Grounds => Line.Extensions.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => FigureNumber.For(pair.Key));

    public static IEnumerable<FigureNumber> Marks => Enumerable.Range(1, 5).Reverse().Select(FigureNumber.For);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        Filter = FigureFilter.Of(Request.Query, today);
        Periods = [.. FigureFilter.Periods(today)];
        Cases = await counted.Of(Filter, stop);
        Line = FigureLine.Of(null, Cases);
        Groups = Cases.Count == 0 ? [] :
        [
            CountGroup.Of("Đơn vị", "don-vi", Cases, one => one.UnitId, id => visit.Site.UnitById(id) is { } unit ? (unit.Name, unit.Code) : ("Đang phân loại", FigureFilter.NoUnit), Filter),
            CountGroup.Of("Lĩnh vực", "linh-vuc", Cases, one => one.Field, field => (field.Vi(), field.ToString()), Filter),
            CountGroup.Of("Loại", "loai", Cases, one => one.Kind, kind => (kind.Vi(), kind.ToString()), Filter),
            CountGroup.Of("Kênh gửi", "kenh", Cases, one => one.Channel, channel => (channel.Vi(), channel.ToString()), Filter),
        ];
    }
}
