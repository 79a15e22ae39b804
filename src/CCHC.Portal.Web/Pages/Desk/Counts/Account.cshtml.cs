using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>A unit's account of a quarter, to be printed and signed for by its head; what was signed stays beside what is counted now.</summary>
[Needs(Deed.ReadFigures)]
public sealed class AccountModel(PortalDb db, Visit visit, CountedCases counted, Figures figures, TimeProvider clock) : PageModel
{
    private const int Quarters = 8, MostRemark = 2_000;

    public static readonly IReadOnlyList<FigureNumber> Numbers =
    [
        FigureNumber.Received, FigureNumber.OnTime, FigureNumber.Late, FigureNumber.Running, FigureNumber.WithoutDay, FigureNumber.Withdrawn,
        FigureNumber.Open, FigureNumber.Overdue, FigureNumber.Answered, FigureNumber.HandedOver, FigureNumber.AskedAgain, FigureNumber.Extended, FigureNumber.Rated,
    ];

    [BindProperty] public string? Remark { get; set; }
    public FigurePeriod Period { get; private set; }
    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<FigureCase> Cases { get; private set; } = [];
    public FigureLine Line { get; private set; } = FigureLine.Of(null, []);
    public FigureAccount? Signed { get; private set; }
    public string SignedBy { get; private set; } = "";

    /// <summary>What kept the unit and those below it from their tasks, told in the period.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];
    public IReadOnlyList<Unit> Units => counted.Units;
    public List<Problem> Problems { get; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();
    public DateOnly Today => VietnamTime.Day(Now);
    public IReadOnlyList<FigurePeriod> Periods => [.. FigureFilter.Periods(Today).Where(period => period.Span == FigureSpan.Quarter).Take(Quarters)];

    /// <summary>The head signs, once the quarter is over.</summary>
    public bool MaySign => visit.Me.Can(Deed.SignFigures, new Subject(Unit.Id)) && FigureAccount.WhyNot(Period, Today) is null;

    /// <summary>Cases were settled, moved or rated since it was signed.</summary>
    public bool HasMoved => Signed is { Line: var kept } && (kept.Received, kept.OnTime, kept.Late, kept.Running, kept.Withdrawn, kept.Answered, kept.MedianDays, kept.Ratings, kept.RatingSum)
        != (Line.Received, Line.OnTime, Line.Late, Line.Running, Line.Withdrawn, Line.Answered, Line.MedianDays, Line.Ratings, Line.RatingSum);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ky")] string? period, [FromQuery(Name = "don-vi")] string? unit, CancellationToken stop)
    {
        if (!await Find(period, unit, stop))
        {
            return NotFound();
        }
        Remark = Signed?.Remark;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "ky")] string? period, [FromQuery(Name = "don-vi")] string? unit, CancellationToken stop)
    {
        if (!await Find(period, unit, stop) || !visit.Me.Can(Deed.SignFigures, new Subject(Unit.Id)))
        {
            return NotFound();
        }
        Remark = VietnameseText.Clean(Remark);
        if (FigureAccount.WhyNot(Period, Today) is { } why)
        {
            Problems.Add(new Problem("Remark", why));
        }
        if (Remark.Length > MostRemark)
        {
            Problems.Add(new Problem("Remark", "Nhận xét dài quá 2.000 ký tự."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var now = Now;
        db.FigureAccounts.Add(FigureAccount.Sign(Unit.Id, Period, Line, Remark, visit.Me.PersonId, now, Today));
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "figures-signed", Subject = Unit.Code + " " + Period.Key });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ký xác nhận số liệu. Có thể in bản giấy từ trang này.";
        return LocalRedirect("~" + Address);
    }

    public string FileAddress(string kind) => $"{FigureFilter.Path}/bao-cao/tep/{kind}?{Asked}";

    public string SentAddress => $"{FigureFilter.Path}/bao-cao/da-gui?{Asked}";

    private string Asked => $"ky={Period.Key}&don-vi={Uri.EscapeDataString(Unit.Code)}";

    private string Address => $"{FigureFilter.Path}/bao-cao?ky={Period.Key}&don-vi={Uri.EscapeDataString(Unit.Code)}";

    private async Task<bool> Find(string? period, string? code, CancellationToken stop)
    {
        Period = FigurePeriod.Read(period) is { Span: FigureSpan.Quarter } asked ? asked : FigurePeriod.QuarterOf(Today).Before;
        var unit = string.IsNullOrEmpty(code) ? Units.FirstOrDefault(one => one.Id == visit.Me.HomeUnitId) ?? (Units.Count > 0 ? Units[0] : null) : Units.FirstOrDefault(one => one.Code == code);
        if (unit is null)
        {
            return false;
        }
        Unit = unit;
        var below = visit.Site.Below(unit.Id).Select(id => (Guid?)id).ToList();
        Cases = await figures.Cases(visit.Site, counted.All.Where(one => below.Contains(one.UnitId)), Period.First, Period.End, stop);
        Line = FigureLine.Of(unit.Id, Cases);
        var (from, until, units) = (VietnamTime.At(Period.First, TimeOnly.MinValue), VietnamTime.At(Period.End, TimeOnly.MinValue), visit.Site.Below(unit.Id).ToList());
        Obstacles = await db.Obstacles.AsNoTracking().Where(one => units.Contains(one.UnitId) && one.At >= from && one.At < until).OrderBy(one => one.At).ToListAsync(stop);
        var key = Period.Key;
        Signed = await db.FigureAccounts.AsNoTracking().Where(account => account.UnitId == unit.Id && account.Period == key).OrderByDescending(account => account.SignedAt).FirstOrDefaultAsync(stop);
        SignedBy = Signed is null ? "" : (await db.NamesOf([Signed.SignedBy], stop)).GetValueOrDefault(Signed.SignedBy, "");
        return true;
    }
}
