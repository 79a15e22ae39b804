using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Obstacles;

/// <summary>One obstacle, and what the leaders above say to it.</summary>
[Needs(Deed.TellObstacle)]
public sealed class AnswerModel(PortalDb db, Visit visit, ObstacleMails mails, TimeProvider clock) : PageModel
{
    private const int MostText = 3_000;
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Obstacle Told { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public bool MayAnswer => visit.Me.MayAnswer(Told, visit.Site);
    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    public string NameOf(Guid person) => names.GetValueOrDefault(person, "Người đã rời");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if (!Told.IsWaiting || Told.Version != Version)
        {
            return this.Overtaken();
        }
        if (!MayAnswer)
        {
            return Forbid();
        }
        ModelState.Clear();
        Text = VietnameseText.Clean(Text);
        if (Text is not { Length: > 0 and <= MostText })
        {
            Problems.Add(new Problem(nameof(Text), "Hãy ghi phản hồi, không quá 3.000 ký tự."));
            return this.Invalid();
        }
        var now = clock.GetUtcNow();
        Told.Reply(Text, visit.Me.PersonId, now);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "obstacle-answered", Subject = visit.Site.UnitById(Told.UnitId)?.Code ?? "", Detail = Told.Id.ToString("n") });
        await mails.Answered(visit.Site, Told, stop);
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã gửi phản hồi cho đơn vị.";
        return RedirectToPage("Index");
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.Obstacles.VisibleTo(visit.Me).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }
        Told = found;
        names = await db.NamesOf([found.By, found.AnsweredBy], stop);
        return true;
    }
}
