using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>Writes one day of the calendar; shows first, if asked, which cases move.</summary>
[Needs(Deed.ManageCalendar)]
public sealed class DayModel(PortalDb db, Visit visit, CalendarChanges changes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ngay")] public string? Asked { get; set; }
    [BindProperty] public DayForm Form { get; set; } = new();
    [BindProperty] public string? Do { get; set; }
    public CalendarDay? Known { get; private set; }
    public IReadOnlyList<Drift>? Moves { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (DateOnly.TryParseExact(Asked, DayForm.Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Known = await db.CalendarDays.AsNoTracking().SingleOrDefaultAsync(day => day.Date == date, stop);
            Form = Known is { } day ? DayForm.Of(day) : new DayForm { Date = Asked };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        if (Form.Read(Problems) is not { } day)
        {
            return this.Invalid();
        }
        var edit = new CalendarEdit([day]);
        if (Do == "preview")
        {
            Moves = await db.OpenTo(visit.Me, await changes.Preview(edit, stop), stop);
            return Page();
        }
        var moved = await changes.Make(edit, Form.Why!, visit.Me.PersonId, stop);
        TempData["Flash"] = moved == 0 ? "Đã lưu. Không vụ việc nào đổi hạn." : $"Đã lưu. {moved} vụ việc đổi hạn, hạn cũ và mới đã ghi vào diễn biến.";
        return RedirectToPage("Index", new { nam = day.Date.Year });
    }
}
