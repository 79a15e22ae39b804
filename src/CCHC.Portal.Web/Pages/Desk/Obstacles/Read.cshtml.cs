using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Obstacles;

/// <summary>One obstacle; a leader above the unit replies, nobody of the unit itself.</summary>
[Needs(Deed.RaiseObstacle)]
public sealed class ReadModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Obstacle Obstacle { get; private set; } = null!;
    public string Writer { get; private set; } = "";
    public string Replier { get; private set; } = "";
    public bool MayReply { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop) || (!MayReply && Obstacle.RepliedAt is null))
        {
            return NotFound();
        }
        if (Obstacle.RepliedAt is not null || Version != Obstacle.Version)
        {
            return this.Overtaken();
        }
        Text = VietnameseText.Clean(Text);
        if (Text is not { Length: > 0 and <= 4_000 })
        {
            Problems.Add(new Problem("Text", "Hãy viết phản hồi, nhiều nhất 4.000 ký tự."));
            return this.Invalid();
        }
        Obstacle.Answer(Text, visit.Me.PersonId, clock.GetUtcNow());
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "obstacle-replied", Subject = Obstacle.Id.ToString("n") });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã phản hồi.";
        return RedirectToPage("Read", new { id = Obstacle.Id.ToString("n") });
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.Obstacles.VisibleTo(visit.Me).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }
        Obstacle = found;
        MayReply = await db.Obstacles.WaitingFor(visit.Me).AnyAsync(one => one.Id == id, stop) && found.By != visit.Me.PersonId;
        var names = await db.NamesOf([found.By, found.RepliedBy], stop);
        Writer = names.GetValueOrDefault(found.By, "Người đã rời");
        Replier = found.RepliedBy is { } by ? names.GetValueOrDefault(by, "Người đã rời") : "";
        return true;
    }
}
