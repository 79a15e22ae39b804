using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>Writes the weekly hours, from which every day without a line of its own takes them.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class HoursModel(PortalDb db, Visit visit, CalendarChanges changes) : PageModel
{
    private const int Days = 7;

    [BindProperty] public List<WeekRow> Week { get; set; } = [];
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Do { get; set; }
    public IReadOnlyList<Drift>? Moves { get; private set; }
    public List<Problem> Problems { get; } = [];

    public string NameOf(int at) => at < Days ? VietnamTime.NameOf((DayOfWeek)((at + 1) % Days)) : "";

    public void OnGet() => Week = [.. DayWords.Week.Select(day => WeekRow.Of([.. visit.Site.Profile.Hours.Where(span => span.Day == day).OrderBy(span => span.From)]))];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Week = [.. Week.Concat(Enumerable.Repeat(new WeekRow(), Days)).Take(Days)];
        Why = VietnameseText.CleanLine(Why);
        var hours = Week.SelectMany((row, at) => row.Read(DayWords.Week[at], $"Week-{at}", NameOf(at), Problems)).ToList();
        if (Problems.Count == 0 && hours.Count == 0)
        {
            Problems.Add(new Problem("Week-0", "Phải có ít nhất một ngày làm việc trong tuần."));
        }
        if (Why is not { Length: > 0 and <= 300 })
        {
            Problems.Add(new Problem("Why", "Hãy ghi vì sao thay đổi, không quá 300 ký tự."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var edit = new CalendarEdit([], hours);
        if (Do == "preview")
        {
            Moves = await db.OpenTo(visit.Me, await changes.Preview(edit, stop), stop);
            return Page();
        }
        var moved = await changes.Make(edit, Why, visit.Me.PersonId, stop);
        TempData["Flash"] = moved == 0 ? "Đã lưu. Không vụ việc nào đổi hạn." : $"Đã lưu. {moved} vụ việc đổi hạn.";
        return RedirectToPage("Index");
    }
}

/// <summary>The two stretches of a weekday as they are typed.</summary>
public sealed class WeekRow
{
    public string? MorningFrom { get; set; }
    public string? MorningTo { get; set; }
    public string? AfternoonFrom { get; set; }
    public string? AfternoonTo { get; set; }

    // A day of one stretch stands in the half it begins in; three stretches nobody has.
    public static WeekRow Of(IReadOnlyList<OpeningHours> spans)
    {
        var morning = spans.FirstOrDefault(span => spans.Count > 1 || span.From < new TimeOnly(12, 0));
        var afternoon = spans.LastOrDefault(span => span != morning);
        return new WeekRow { MorningFrom = Said(morning?.From), MorningTo = Said(morning?.To), AfternoonFrom = Said(afternoon?.From), AfternoonTo = Said(afternoon?.To) };
    }

    public IEnumerable<OpeningHours> Read(DayOfWeek day, string field, string name, List<Problem> problems)
    {
        var spans = new List<OpeningHours>();
        foreach (var (from, to) in new[] { (MorningFrom, MorningTo), (AfternoonFrom, AfternoonTo) }.Where(pair => !string.IsNullOrWhiteSpace(pair.Item1 + pair.Item2)))
        {
            if (Time(from) is { } opens && Time(to) is { } closes && opens < closes && (spans.Count == 0 || spans[^1].To <= opens))
            {
                spans.Add(new OpeningHours(day, opens, closes));
            }
            else
            {
                problems.Add(new Problem(field, $"{name}: mỗi buổi cần giờ bắt đầu và kết thúc, buổi sau không chồng buổi trước."));
                return [];
            }
        }
        return spans;
    }

    private static string? Said(TimeOnly? time) => time?.ToString(DayForm.Times, CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string? typed) => TimeOnly.TryParseExact(typed, [DayForm.Times, "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
