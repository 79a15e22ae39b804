using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Language;
using CCHC.Portal.Operations;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The case a citizen opened with code and secret, for as long as it is theirs to see.</summary>
public sealed class OwnCase(PortalDb db, Visit visit, Receipts receipts, FeedbackPaces paces, Readership readership, Translator t, TimeProvider clock)
{
    public const int MostCharacters = 5_000;
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    public PortalDb Db => db;
    public SiteMap Site => visit.Site;
    public string Culture => visit.Culture;
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Null when nothing was opened, the half hour is over, or the case was taken back meanwhile.</summary>
    public async Task<Feedback?> Open(HttpRequest request, CancellationToken stop) =>
        receipts.Opened(request) is { } id ? await db.Feedback.SingleOrDefaultAsync(feedback => feedback.Id == id && feedback.State != FeedbackState.Withdrawn, stop) : null;

    /// <summary>A receipt still in a browser shows nothing of a case that was taken back.</summary>
    public Task<bool> WasTakenBack(Receipt receipt, CancellationToken stop) => db.Feedback.AnyAsync(feedback => feedback.ReferenceCode == receipt.ReferenceCode && feedback.State == FeedbackState.Withdrawn, stop);

    /// <summary>The files that the sender sent, in the order they came.</summary>
    public Task<List<Attachment>> Files(Guid id, CancellationToken stop) =>
        db.Attachments.AsNoTracking().Where(file => file.FeedbackId == id && file.Side == AttachmentSide.Sender).OrderBy(file => file.Id).ToListAsync(stop);

    /// <summary>What goes with the answer; of a merged case with the one that leads.</summary>
    public Task<List<Attachment>> AnswerFiles(Feedback feedback, CancellationToken stop) =>
        db.Attachments.AsNoTracking().Where(file => (file.FeedbackId == feedback.Id || file.FeedbackId == feedback.MergedIntoId) && file.Side == AttachmentSide.Answer).OrderBy(file => file.Id).ToListAsync(stop);

    /// <summary>A file that the sender may have: their own as they sent it, or one of the answer. Null: none of theirs.</summary>
    public async Task<(string Name, string StoreKey, ScanState Scan)?> File(Feedback feedback, Guid id, CancellationToken stop)
    {
        if (await db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && ((file.FeedbackId == feedback.Id && file.Side != AttachmentSide.AnswerWaiting) || (file.FeedbackId == feedback.MergedIntoId && file.Side == AttachmentSide.Answer)), stop) is not { } found)
        {
            return null;
        }
        var covered = CoveredPicture.FirstOf(await db.CoveredPictures.AsNoTracking().Where(picture => picture.AttachmentId == id).ToListAsync(stop)).FirstOrDefault();
        return (found.Name, found.Side == AttachmentSide.Sender && covered is not null ? covered.StoreKey : found.StoreKey, found.Scan);
    }

    /// <summary>What the citizen may read of its history. Internal notes are not even fetched: what is not here cannot leak.</summary>
    public Task<List<CaseEvent>> History(Guid id, CancellationToken stop) =>
        db.CaseEvents.AsNoTracking().Where(happened => happened.FeedbackId == id && happened.IsPublic).OrderBy(happened => happened.At).ThenBy(happened => happened.Id).ToListAsync(stop);

    /// <summary>The same words were added or corrected a moment ago: one finger twice, or a page sent again; they are kept once.</summary>
    public async Task<bool> IsRepeat(Feedback feedback, CancellationToken stop)
    {
        var since = Now - Moment;
        return db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)
                .FirstOrDefault(happened => happened.Kind is CaseEventKind.Added or CaseEventKind.Corrected) is { } said
            && await db.CaseEvents.AsNoTracking().Where(happened => happened.FeedbackId == feedback.Id && happened.PersonId == null && happened.At >= since && happened.IsPublic)
                .OrderByDescending(happened => happened.At).ThenByDescending(happened => happened.Id).Select(happened => new { happened.Kind, happened.Text }).FirstOrDefaultAsync(stop) is { } last
            && last.Kind == said.Kind && last.Text == said.Text;
    }

    /// <summary>Who reads it now.</summary>
    public async Task<ReaderList> Readers(string code, CancellationToken stop) =>
        await readership.Of(visit.Site, await db.Feedback.AsNoTracking().Include(feedback => feedback.Supporting).Include(feedback => feedback.Abouts).Include(feedback => feedback.Bars).AsSplitQuery().SingleAsync(feedback => feedback.ReferenceCode == code, stop), stop);

    public bool Paces(HttpContext context) => paces.Lookups.Allows(context);

    public string? UnitName(Guid? unit) => visit.Site.UnitById(unit)?.NameIn(visit.Culture);

    /// <summary>What was typed, cleaned; with an error where it is missing, too long, or belongs under seal.</summary>
    public static string Read(string? typed, string field, string? missing, ModelStateDictionary wrong)
    {
        var text = VietnameseText.Clean(typed);
        if (text == "" && missing is not null)
        {
            wrong.AddModelError(field, missing);
        }
        else if (text.Length > MostCharacters)
        {
            wrong.AddModelError(field, "Nội dung dài quá 5.000 ký tự");
        }
        else if (SuspectedDenunciation.Because(text).Count > 0)
        {
            // An ordinary case is read by its unit: what belongs under seal is not kept here.
            wrong.AddModelError(field, "Phần này có vẻ nói về việc vi phạm pháp luật của người khác nên không lưu ở đây. Để được giữ kín, hãy gửi ở trang Tố cáo");
        }
        return text;
    }

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
        CaseEventKind.Corrected => t["Bạn đính chính lời đã viết"],
        CaseEventKind.AskedAgain => t["Bạn đề nghị xem lại; {0} giải quyết", UnitName(happened.ToUnitId) ?? ""],
        CaseEventKind.Rated => t["Bạn đánh giá câu trả lời"],
        CaseEventKind.ConsentGiven => t["Bạn đồng ý công khai"],
        CaseEventKind.ConsentRevoked => t["Bạn rút đồng ý công khai"],
        CaseEventKind.NoticesChosen => t["Bạn đổi cách nhận tin"],
        CaseEventKind.IdeaAccepted => t["{0} tiếp thu góp ý của bạn", UnitName(happened.FromUnitId) ?? ""],
        CaseEventKind.IdeaDeclined => t["{0} chưa tiếp thu góp ý của bạn", UnitName(happened.FromUnitId) ?? ""],
        CaseEventKind.IdentityCorrected => t["Thông tin về bạn đã được sửa"],
        CaseEventKind.IdentityErased => t["Tên và cách liên hệ của bạn đã được xóa"],
        _ => "",
    };
}
