using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>The days off that law and moon let expect in a year; the chosen ones enter the calendar as provisional.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class ProposeModel(PortalDb db, Visit visit, CalendarChanges changes, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")] public int? Asked { get; set; }
    [BindProperty] public List<string> Chosen { get; set; } = [];
    [BindProperty] public string? Do { get; set; }
    public int Year { get; private set; }
    public DateOnly NewYear => LunarCalendar.NewYear(Year);
    public IReadOnlyList<(ProposedHoliday Day, CalendarDay? Kept)> Lines { get; private set; } = [];
    public IReadOnlyList<Drift>? Moves { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        Chosen = [.. Lines.Where(line => line.Kept is null).Select(line => Said(line.Day.Date))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        await Load(stop);
        var days = Lines.Where(line => line.Kept is null && Chosen.Contains(Said(line.Day.Date)))
            .Select(line => new CalendarDay { Date = line.Day.Date, Kind = line.Day.Kind, Name = line.Day.Name, Source = line.Day.Source }).ToList();
        if (days.Count == 0)
        {
            Problems.Add(new Problem("Chosen", "Hãy chọn ít nhất một ngày chưa có trong lịch."));
            return this.Invalid();
        }
        var edit = new CalendarEdit(days);
        if (Do == "preview")
        {
            Moves = await db.OpenTo(visit.Me, await changes.Preview(edit, stop), stop);
            return Page();
        }
        var moved = await changes.Make(edit, $"Ngày nghỉ dự kiến năm {Year}", visit.Me.PersonId, stop);
        TempData["Flash"] = $"Đã đưa {days.Count} ngày vào lịch; {moved} vụ việc đổi hạn.";
        return RedirectToPage("Index", new { nam = Year });
    }

    private async Task Load(CancellationToken stop)
    {
        Year = Asked is >= 2020 and <= 2099 ? Asked.Value : VietnamTime.Day(clock.GetUtcNow()).Year + 1;
        var kept = await db.CalendarDays.AsNoTracking().ToDictionaryAsync(day => day.Date, stop);
        Lines = [.. ProposedHoliday.Of(Year).Select(day => (day, kept.GetValueOrDefault(day.Date)))];
    }

    private static string Said(DateOnly day) => day.ToString(DayForm.Dates, CultureInfo.InvariantCulture);
}
