using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A month of texts by day: meant to appear, handed in, appointed, published, to be taken away.</summary>
[Needs(Deed.WriteContent)]
public sealed class CalendarModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostADay = 200;

    [BindProperty(SupportsGet = true, Name = "thang")] public string? Month { get; set; }
    [BindProperty(SupportsGet = true, Name = "don-vi")] public string? Unit { get; set; }

    public DateOnly First { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<IReadOnlyList<CalendarCell>> Weeks { get; private set; } = [];
    public IReadOnlyList<Unit> Units => [.. visit.Site.Units.Where(unit => unit.Kind == UnitKind.Internal)];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Today = VietnamTime.Day(clock.GetUtcNow());
        First = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100 ? asked : new DateOnly(Today.Year, Today.Month, 1);
        var begin = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));   // weeks begin on Monday
        var end = First.AddMonths(1);
        end = end.AddDays((7 - ((end.DayNumber - begin.DayNumber) % 7)) % 7);
        var entries = (await Entries(begin, end, stop)).ToLookup(entry => entry.Day);
        Weeks = [.. Enumerable.Range(0, (end.DayNumber - begin.DayNumber) / 7).Select(week =>
            (IReadOnlyList<CalendarCell>)[.. Enumerable.Range(0, 7).Select(day => begin.AddDays((week * 7) + day))
                .Select(day => new CalendarCell(day, day.Month == First.Month, visit.Site.Holidays.FirstOrDefault(holiday => holiday.Date == day)?.Name, [.. entries[day].OrderBy(entry => entry.At)]))])];
    }

    public string Address(DateOnly month) => Url.Content("~/quan-tri/noi-dung/lich") + QueryString.Create(new Dictionary<string, string?>
    {
        ["thang"] = month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ["don-vi"] = Unit,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private async Task<List<CalendarEntry>> Entries(DateOnly begin, DateOnly end, CancellationToken stop)
    {
        DateTimeOffset? from = VietnamTime.At(begin, default), until = VietnamTime.At(end, default);
        var mine = db.Editions.AsNoTracking().WritableBy(visit.Me);
        mine = string.IsNullOrEmpty(Unit) ? mine : mine.Where(edition => edition.Item!.OwnerUnit == Unit);
        var rows = await mine.Where(edition => edition.State != EditionState.Retired && edition.State != EditionState.Withdrawn && (
                (edition.State != EditionState.Published && edition.PlannedOn >= begin && edition.PlannedOn < end)
                || (edition.State == EditionState.InReview && edition.SubmittedAt >= from && edition.SubmittedAt < until)
                || (edition.State == EditionState.Scheduled && edition.PublishAt >= from && edition.PublishAt < until)
                || (edition.State == EditionState.Published && edition.LiveAt >= from && edition.LiveAt < until)
                || (edition.State == EditionState.Published && edition.WithdrawAt >= from && edition.WithdrawAt < until)))
            .OrderByDescending(edition => edition.ChangedAt).Take(42 * MostADay)
            .Select(edition => new { edition.Id, edition.Title, edition.State, edition.PlannedOn, edition.SubmittedAt, edition.PublishAt, edition.LiveAt, edition.WithdrawAt }).ToListAsync(stop);
        var entries = new List<CalendarEntry>();
        foreach (var row in rows)
        {
            var main = row.State switch
            {
                EditionState.Scheduled => new CalendarEntry(row.Id, row.Title, "Hẹn đăng", "in", Day(row.PublishAt), row.PublishAt),
                EditionState.Published => new CalendarEntry(row.Id, row.Title, "Đã đăng", "ok", Day(row.LiveAt), row.LiveAt),
                _ when row.PlannedOn is { } planned => new CalendarEntry(row.Id, row.Title, "Dự định", "mu", planned, null),
                _ => new CalendarEntry(row.Id, row.Title, "Gửi duyệt", "wa", Day(row.SubmittedAt), row.SubmittedAt),
            };
            entries.Add(main);
            if (row is { State: EditionState.Published, WithdrawAt: not null })
            {
                entries.Add(new CalendarEntry(row.Id, row.Title, "Hẹn gỡ", "da", Day(row.WithdrawAt), row.WithdrawAt));
            }
        }
        return entries;
    }

    private static DateOnly Day(DateTimeOffset? at) => at is { } instant ? VietnamTime.Day(instant) : default;
}

/// <summary>One day of the calendar.</summary>
public sealed record CalendarCell(DateOnly Day, bool InMonth, string? Holiday, IReadOnlyList<CalendarEntry> Entries);

/// <summary>What happens to one text on one day.</summary>
public sealed record CalendarEntry(Guid Id, string Title, string What, string Look, DateOnly Day, DateTimeOffset? At);
