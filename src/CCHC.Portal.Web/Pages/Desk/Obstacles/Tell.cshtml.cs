using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
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

/// <summary>Tells the leaders above what keeps a task from being done.</summary>
[Needs(Deed.TellObstacle)]
public sealed class TellModel(PortalDb db, Visit visit, ObstacleMails mails, TimeProvider clock) : PageModel
{
    private const int MostTask = 300, MostText = 3_000, UsualDays = 5;
    private const string Dates = "yyyy-MM-dd";

    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public string? Task { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Due { get; set; }
    public IReadOnlyList<string> Goals { get; private set; } = [];
    public List<Problem> Problems { get; } = [];

    /// <summary>Those that this person speaks for and that have somebody above them.</summary>
    public IReadOnlyList<Unit> Units => [.. visit.Site.Units.Where(unit => unit.ParentId is not null && visit.Me.Can(Deed.TellObstacle, new Subject(unit.Id))).OrderBy(unit => unit.Id == visit.Me.HomeUnitId ? 0 : 1).ThenBy(unit => unit.Name, StringComparer.Ordinal)];

    public string AboveOf(Unit unit) => ObstacleWords.Above(visit.Site, unit.Id);

    private DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Due = visit.Site.Calendar.After(Today, UsualDays).ToString(Dates, CultureInfo.InvariantCulture);
        await Show(stop);
        return Units.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        (Task, Text) = (VietnameseText.CleanLine(Task), VietnameseText.Clean(Text));
        var unit = Units.FirstOrDefault(one => one.Code == UnitCode);
        var due = Read(unit);
        if (Problems.Count > 0)
        {
            await Show(stop);
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        var obstacle = new Obstacle { UnitId = unit!.Id, Task = Task, Text = Text, By = visit.Me.PersonId, At = now, Due = due };
        db.Obstacles.Add(obstacle);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "obstacle-told", Subject = unit.Code, Detail = obstacle.Id.ToString("n") });
        await mails.Told(visit.Site, obstacle, stop);
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = $"Đã gửi {AboveOf(unit)}.";
        return RedirectToPage("Index");
    }

    private DateOnly Read(Unit? unit)
    {
        if (unit is null)
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn đơn vị."));
        }
        if (Task is not { Length: > 0 and <= MostTask })
        {
            Problems.Add(new Problem(nameof(Task), "Hãy ghi nhiệm vụ đang bị cản, không quá 300 ký tự."));
        }
        if (Text is not { Length: > 0 and <= MostText })
        {
            Problems.Add(new Problem(nameof(Text), "Hãy ghi vướng ở đâu, đề nghị gì, không quá 3.000 ký tự."));
        }
        if (!DateOnly.TryParseExact(Due, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) || due < Today || due > Today.AddYears(1))
        {
            Problems.Add(new Problem(nameof(Due), "Hãy chọn ngày cần phản hồi, từ hôm nay, trong một năm tới."));
        }
        return due;
    }

    // Nothing is asked for twice: goals before readers are the tasks everybody knows by name.
    private async Task Show(CancellationToken stop) =>
        Goals = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.YearGoals).ForReader("vi").ToListAsync(stop)).SelectMany(edition => edition.As<YearGoals>().Goals).Select(goal => goal.Name).Distinct()];
}
