using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Operations;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What became of a case, for the person who sent it: unit, due day, every public step, the answer, and what they can do now.</summary>
[NeverCached]
public sealed class TrackModel(OwnCase own, AskingAgain asking, CasesSettings settings, Vault vault, Translator t) : PageModel
{
    private bool askedBefore;

    public Feedback Feedback { get; private set; } = null!;
    public IReadOnlyList<CaseEvent> Events { get; private set; } = [];
    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];
    public SatisfactionRating? Rating { get; private set; }

    /// <summary>When the missed promise was reported to those above; null while it was not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>What the sender sent with it, to be had back.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>What goes with the answer.</summary>
    public IReadOnlyList<Attachment> AnswerFiles { get; private set; } = [];

    /// <summary>Who reads it now.</summary>
    public ReaderList Readers { get; private set; } = null!;

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; private set; }

    private DateOnly Today => VietnamTime.Day(own.Now);

    // While the clock stands still, neither the days left nor the days late grow.
    public int? DaysLeft => Feedback is { IsOpen: true, DueAt: { } due } ? own.Site.Calendar.WorkingDaysLeft(Feedback.PausedOn ?? Today, due) : null;

    /// <summary>Working days by which the promise was missed, also after the answer.</summary>
    public int LateBy => Feedback.Clocks.Promise()?.LateBy(own.Site.Calendar, Today) ?? 0;

    public bool IsExtended => Feedback.Clocks.Promise()?.Kind == ClockKind.Extended;

    /// <summary>What the citizen was told when the day was moved.</summary>
    public string? Extended => Events.LastOrDefault(happened => happened.Kind == CaseEventKind.Extended)?.Text;

    public string PillClass => !Feedback.IsOpen ? "ok" : LateBy > 0 ? "bad" : "go";

    public Unit? Unit => own.Site.UnitById(Feedback.UnitId);
    public string? UnitName => own.UnitName(Feedback.UnitId);
    public string? Question => Feedback.State == FeedbackState.Waiting ? Events.LastOrDefault(happened => happened.Kind == CaseEventKind.Asked)?.Text : null;
    public bool MayRate => (Rating ?? SatisfactionRating.Of(Feedback)).MayChange(Feedback, settings.RatingChangeableFor, own.Now);
    public DateTimeOffset? MayAskAgainUntil => asking.May(Feedback, askedBefore, own.Now) ? asking.Until(Feedback) : null;
    public bool MayWithdraw => Feedback.IsOpen || Feedback.State == FeedbackState.Forwarded;
    public bool MayConsent => Feedback.Kind is not (FeedbackKind.AdministrativeComplaint or FeedbackKind.Denunciation);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "xong")] string? done, CancellationToken stop)
    {
        if (await own.Open(Request, stop) is not { } feedback)
        {
            return RedirectToPage("Lookup");
        }
        Feedback = feedback;
        Given = feedback.GivenAnswers(vault);
        Done = Words(done);
        Events = await own.History(feedback.Id, stop);
        AnswerFiles = await own.AnswerFiles(feedback, stop);
        Files = await own.Files(feedback.Id, stop);
        Readers = await own.Readers(feedback.ReferenceCode, stop);
        Rating = await own.Db.SatisfactionRatings.AsNoTracking().SingleOrDefaultAsync(rating => rating.FeedbackId == feedback.Id, stop);
        askedBefore = await own.Db.ReopenRequests.AnyAsync(again => again.FeedbackId == feedback.Id, stop);
        EscalatedAt = feedback.Clocks.Promise() is { } promise && LateBy > 0
            ? await own.Db.ClockReminders.Where(told => told.ClockId == promise.Id && told.Step > 0 && told.ToldAbove > 0).OrderBy(told => told.At).Select(told => (DateTimeOffset?)told.At).FirstOrDefaultAsync(stop)
            : null;
        return Page();
    }

    public string Says(CaseEvent happened) => own.Says(happened);

    private string? Words(string? done) => done switch
    {
        "bo-sung" => t["Đã gửi phần bổ sung."],
        "dinh-chinh" => t["Đã gửi lời đính chính. Cán bộ đọc cả hai bản."],
        "xem-lai" => t["Đã mở lại vụ việc. Hạn trả lời mới ở ngay bên dưới."],
        "danh-gia" => t["Đã ghi nhận đánh giá của bạn."],
        "dong-y" => t["Đã ghi nhận: bạn đồng ý công khai. Rút lại lúc nào cũng được."],
        "rut-dong-y" => t["Đã rút đồng ý công khai. Bài đã đăng, nếu có, được gỡ ngay."],
        "du-lieu" => t["Đã nhận yêu cầu về dữ liệu của bạn. Ngày hẹn ở trang Dữ liệu của tôi."],
        "bao-tin" => t["Đã lưu cách báo tin."],
        _ => null,
    };
}
