using System.Globalization;
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

namespace CCHC.Portal.Web.Pages.Desk.Obstacles;

/// <summary>What stands in the way of units: they write it here, those above see it and reply.</summary>
[Needs(Deed.RaiseObstacle)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Shown = 300;

    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public string? Duty { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Due { get; set; }
    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<Obstacle> Lines { get; private set; } = [];
    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    /// <summary>The units for which this person may write.</summary>
    public IReadOnlyList<Unit> Units => [.. (visit.Me.UnitsFor(Deed.RaiseObstacle) ?? []).Select(id => visit.Site.UnitById(id)).OfType<Unit>()];

    public Task OnGetAsync(CancellationToken stop) => Look(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var unit = Units.FirstOrDefault(one => one.Code == Unit) ?? (string.IsNullOrEmpty(Unit) ? Units.FirstOrDefault() : null);
        if (unit is null)
        {
            return NotFound();
        }
        (Duty, Text) = (VietnameseText.CleanLine(Duty), VietnameseText.Clean(Text));
        DateOnly? due = DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        Check(due);
        if (Problems.Count > 0)
        {
            await Look(stop);
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        var obstacle = new Obstacle { UnitId = unit.Id, Task = Duty, Text = Text, Due = due, At = now, By = visit.Me.PersonId };
        db.Obstacles.Add(obstacle);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "obstacle-raised", Subject = obstacle.Id.ToString("n") });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã gửi vướng mắc lên lãnh đạo.";
        return RedirectToPage("Read", new { id = obstacle.Id.ToString("n") });
    }

    private void Check(DateOnly? due)
    {
        if (Duty is not { Length: > 0 and <= 200 })
        {
            Problems.Add(new Problem("Duty", "Hãy ghi nhiệm vụ, nhiều nhất 200 ký tự."));
        }
        if (Text is not { Length: > 0 and <= 4_000 })
        {
            Problems.Add(new Problem("Text", "Hãy viết vướng gì, nhiều nhất 4.000 ký tự."));
        }
        if (!string.IsNullOrEmpty(Due) && (due is null || due < Today))
        {
            Problems.Add(new Problem("Due", "Ngày cần phản hồi phải từ hôm nay trở đi."));
        }
    }

    private async Task Look(CancellationToken stop) =>
        Lines = await db.Obstacles.AsNoTracking().VisibleTo(visit.Me).OrderBy(one => one.RepliedAt != null).ThenBy(one => one.Due == null).ThenBy(one => one.Due).ThenByDescending(one => one.At).Take(Shown).ToListAsync(stop);
}
