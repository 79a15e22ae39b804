using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What became of a case, for the person who sent it: unit, due day, every public step, the answer.</summary>
[NeverCached]
public sealed class TrackModel(PortalDb db, Visit visit, Translator t, Receipts receipts, FeedbackPaces paces, TimeProvider clock) : PageModel
{
    private const int MostCharacters = 5_000;

    public Feedback Feedback { get; private set; } = null!;
    public IReadOnlyList<CaseEvent> Events { get; private set; } = [];
    public bool JustAdded { get; private set; }

    [BindProperty] public string? More { get; set; }

    // While the clock stands still, neither the days left nor the days late grow.
    public int? DaysLeft => Feedback is { IsOpen: true, DueAt: { } due }
        ? visit.Site.Calendar.WorkingDaysLeft(Feedback.PausedOn ?? VietnamTime.Day(clock.GetUtcNow()), due)
        : null;

    /// <summary>Working days by which the promise was missed, also after the answer.</summary>
    public int LateBy => Feedback.State == FeedbackState.Declined ? 0 : Feedback.Clocks.Promise()?.LateBy(visit.Site.Calendar, VietnamTime.Day(clock.GetUtcNow())) ?? 0;

    public bool IsExtended => Feedback.Clocks.Promise()?.Kind == ClockKind.Extended;

    /// <summary>What the citizen was told when the day was moved.</summary>
    public string? Extended => Events.LastOrDefault(happened => happened.Kind == CaseEventKind.Extended)?.Text;

    public string PillClass => !Feedback.IsOpen ? "ok" : DaysLeft < 0 ? "bad" : "go";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "da-gui")] string? added, CancellationToken stop)
    {
        JustAdded = added == "1";
        return await Load(stop) ? Page() : RedirectToPage("Lookup");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop))
        {
            return RedirectToPage("Lookup");
        }
        ModelState.Clear();
        More = VietnameseText.Clean(More);
        if (More.Length is 0 or > MostCharacters || !Feedback.IsOpen)
        {
            ModelState.AddModelError("More", !Feedback.IsOpen ? "Phản ánh đã khép lại, không bổ sung được nữa" : More.Length == 0 ? "Hãy viết phần bổ sung" : "Phần bổ sung dài quá 5.000 ký tự");
            return this.Invalid();
        }
        if (SuspectedDenunciation.Because(More).Count > 0)
        {
            // An ordinary case is read by its unit: what belongs under seal is not kept here.
            ModelState.AddModelError("More", "Phần này có vẻ nói về việc vi phạm pháp luật của người khác nên không lưu ở đây. Để được giữ kín, hãy gửi ở trang Tố cáo");
            return this.Invalid();
        }
        if (!paces.Lookups.Allows(HttpContext))
        {
            ModelState.AddModelError("More", "Bạn gửi hơi nhanh. Hãy chờ một phút rồi gửi lại; phần đã viết vẫn còn");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        Feedback.Add(More, clock.GetUtcNow(), visit.Site.Calendar);
        await db.SaveChangesAsync(stop);
        return Redirect(Url.Content("~/phan-anh/theo-doi?da-gui=1"));
    }

    public string? UnitName(Guid? unit) => visit.Site.UnitById(unit)?.NameIn(visit.Culture);

    public string Says(CaseEvent happened) => happened.Kind switch
    {
        CaseEventKind.Received => t["Đã tiếp nhận"],
        CaseEventKind.Assigned => t["Đã giao {0}", UnitName(happened.ToUnitId) ?? ""],
        CaseEventKind.HandedOver => t["Đã chuyển {0}", UnitName(happened.ToUnitId) ?? ""],
        CaseEventKind.CameBack => t["Cơ quan nhận đã chuyển lại, việc được giải quyết tiếp"],
        CaseEventKind.Extended => t["Gia hạn trả lời"],
        CaseEventKind.Rescheduled => t["Hạn trả lời được tính lại theo lịch làm việc"],
        CaseEventKind.Asked => t["Cán bộ hỏi thêm"],
        CaseEventKind.Added => t["Bạn bổ sung"],
        CaseEventKind.Answered => t["Trả lời của {0}", UnitName(happened.FromUnitId) ?? ""],
        CaseEventKind.Declined => t["Không tiếp nhận"],
        CaseEventKind.Merged => t["Gộp với các phản ánh cùng việc, bạn vẫn giữ mã này và nhận được trả lời"],
        CaseEventKind.Unmerged => t["Tách ra để giải quyết riêng"],
        _ => "",
    };

    private async Task<bool> Load(CancellationToken stop)
    {
        if (receipts.Opened(Request) is not { } id)
        {
            return false;
        }
        var found = await db.Feedback.SingleOrDefaultAsync(feedback => feedback.Id == id, stop);
        if (found is null)
        {
            return false;
        }
        Feedback = found;
        // Internal notes are not even fetched: what is not here cannot leak.
        Events = await db.CaseEvents.AsNoTracking().Where(happened => happened.FeedbackId == id && happened.IsPublic).OrderBy(happened => happened.At).ThenBy(happened => happened.Id).ToListAsync(stop);
        return true;
    }
}
