using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Published;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Everything kept about a sender with one case; the page shows it and the file carries it.</summary>
public sealed record MyData(Feedback Case, Submitter Sender, IReadOnlyList<CaseEvent> History, IReadOnlyList<Attachment> Files, SatisfactionRating? Rating, IReadOnlyList<PublicAnswer> Published, IReadOnlyList<DataRequest> Requests, IReadOnlyList<(string Title, string Address)> Made, IReadOnlyList<GivenAnswer> Given)
{
    public static async Task<MyData> Of(Feedback feedback, OwnCase own, Vault vault, CancellationToken stop) => new(
        feedback,
        feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new(),
        await own.History(feedback.Id, stop),
        await own.Db.Attachments.AsNoTracking().Where(file => file.FeedbackId == feedback.Id && file.Side != AttachmentSide.AnswerWaiting).ToListAsync(stop),
        await own.Db.SatisfactionRatings.AsNoTracking().SingleOrDefaultAsync(rating => rating.FeedbackId == feedback.Id, stop),
        await own.Db.PublicAnswers.AsNoTracking().Published().Where(answer => answer.FeedbackId == feedback.Id).ToListAsync(stop),
        await own.Db.DataRequests.AsNoTracking().Where(asked => asked.FeedbackId == feedback.Id).OrderBy(asked => asked.AskedAt).ToListAsync(stop),
        await TakingBack.MadeOf(feedback.Id, own.Db, stop),
        feedback.GivenAnswers(vault));

    /// <summary>As a machine reads it; names of fields in Vietnamese, as the page says them.</summary>
    public object AsFile() => new
    {
        ma_theo_doi = Case.ReferenceCode,
        nhan_luc = Case.ReceivedAt,
        loai = Case.Kind.ToString(),
        linh_vuc = Case.Field.ToString(),
        tinh_trang = Case.State.ToString(),
        noi_dung = Case.Message,
        noi_xay_ra = Case.Place,
        ngay_xay_ra = Case.HappenedOn,
        tra_loi_them = Given.Select(answer => new { cau_hoi = answer.Label, tra_loi = answer.Text }),
        nguoi_gui = new { ho_ten = Sender.Name, dia_chi = Sender.Address, dien_thoai = Sender.Phone, thu_dien_tu = Sender.Email },
        lua_chon = new { giu_kin_danh_tinh = Case.IdentityWithheld, bao_qua_thu = Case.WantsMail, bao_qua_tin_nhan = Case.TextBy?.ToString(), dong_y_cong_khai = Case.MayPublish },
        tep = Files.Select(file => new { ten = file.Name, loai = file.ContentType, kich_thuoc = file.Size }),
        dien_bien = History.Select(happened => new { luc = happened.At, viec = happened.Kind.ToString(), noi_dung = happened.Text }),
        danh_gia = Rating is null ? null : new { diem = Rating.Score, ly_do = Rating.Reason, luc = Rating.ChangedAt },
        da_cong_khai = Published.Select(answer => answer.Address).Concat(Made.Select(made => made.Address)),
        yeu_cau_ve_du_lieu = Requests.Select(asked => new { loai = asked.Kind.ToString(), noi_dung = asked.Words, luc = asked.AskedAt, han = asked.DueOn, tinh_trang = asked.State.ToString(), tra_loi = asked.Note }),
    };
}
