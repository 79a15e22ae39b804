using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Counts;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Observers;

/// <summary>One case as an observer reads it: what was said and done by which unit, nobody's name, contact or file. Each look is written down.</summary>
[Needs(Deed.ReadAnonymised)]
public sealed class ReadModel(PortalDb db, Visit visit, Anonymising anonymising, TimeProvider clock) : PageModel
{
    public Feedback Case { get; private set; } = null!;
    public string Message { get; private set; } = "";
    public string Unit => visit.Site.UnitById(Case.UnitId)?.Name ?? "Đang phân loại";
    public string Sign => CountedCases.SignOf(Case.Id);
    public IReadOnlyList<(string When, string What, string Text)> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Feedback.AsNoTracking().CountableBy(visit.Me).Observable().Include(one => one.Events).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "anonymised-read", Subject = feedback.ReferenceCode });
        await db.SaveChangesAsync(stop);
        Message = await anonymising.Of(feedback.Message, feedback.SubmitterBox, stop);
        var steps = new List<(string, string, string)>();
        foreach (var happened in feedback.Events.Where(one => one.IsPublic && Words(one, visit.Site) is not null).OrderBy(one => one.At))
        {
            steps.Add((VietnamTime.Moment(happened.At), Words(happened, visit.Site)!, await anonymising.Of(happened.Text, feedback.SubmitterBox, stop)));
        }
        Steps = steps;
        return Page();
    }

    // By unit and post, never by name.
    private static string? Words(CaseEvent happened, SiteMap site) => happened.Kind switch
    {
        CaseEventKind.Received => "Cổng nhận",
        CaseEventKind.Assigned => "Giao " + (site.UnitById(happened.ToUnitId)?.Name ?? "đơn vị"),
        CaseEventKind.Asked => "Cán bộ hỏi thêm",
        CaseEventKind.Added or CaseEventKind.Corrected => "Người gửi bổ sung",
        CaseEventKind.Answered => "Đơn vị trả lời",
        CaseEventKind.Declined => "Không tiếp nhận",
        CaseEventKind.HandedOver => "Chuyển cơ quan khác",
        CaseEventKind.Extended => "Được gia hạn",
        CaseEventKind.AskedAgain => "Người gửi hỏi lại",
        CaseEventKind.Withdrawn => "Người gửi rút lại",
        CaseEventKind.Rated => "Người gửi đánh giá",
        CaseEventKind.IdeaAccepted => "Tiếp thu góp ý",
        CaseEventKind.IdeaDeclined => "Chưa tiếp thu góp ý",
        _ => null,
    };
}
