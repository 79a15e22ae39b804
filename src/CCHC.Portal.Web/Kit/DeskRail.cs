using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Cases.MailIn;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Desk.Postings;
using CCHC.Portal.Web.Pages.Desk.Published;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Kit;

/// <summary>The areas of the desk this person may enter, each with the number that its list shows.</summary>
public sealed class DeskRail(PortalDb db, Visit visit, NoticeBoard board, PostingDesk postings, TimeProvider clock)
{
    public async Task<IReadOnlyList<RailGroup>> Groups(CancellationToken stop)
    {
        List<RailGroup> groups = [new("", [new RailArea("home", "/quan-tri", "Việc của tôi", "house", 0)])];
        if (visit.Me.Can(Deed.WriteContent))
        {
            groups.Add(new("Nội dung", [.. await Content(stop)]));
        }
        if (visit.Me.Can(Deed.ReadFeedback) || visit.Me.Can(Deed.AuditSealed) || visit.Me.Can(Deed.ReadRouting))
        {
            groups.Add(new("Người dân gửi", [.. await Feedback(stop)]));
        }
        if (await Whole(stop) is { Count: > 0 } whole)
        {
            groups.Add(new("Cả cổng", whole));
        }
        if (visit.Me.Can(Deed.ManagePeople))
        {
            groups.Add(new("Quản trị", [new RailArea("people", "/quan-tri/nguoi-dung", "Người dùng", "users-three", 0), new RailArea("calendar", "/quan-tri/lich-lam-viec", "Lịch làm việc", "calendar-check", 0)]));
        }
        return groups;
    }

    private async Task<List<RailArea>> Content(CancellationToken stop)
    {
        List<RailArea> areas = [new("content", "/quan-tri/noi-dung", "Tin bài, nội dung", "newspaper", 0)];
        var due = await db.ContentItems.OwnedBy(visit.Me, visit.Site).DueForCheck(VietnamTime.Day(clock.GetUtcNow())).CountAsync(stop);
        var reports = await db.MistakeReports.VisibleTo(visit.Me, visit.Site, db).Waiting().CountAsync(stop);
        if (visit.Me.Can(Deed.ManageMedia))
        {
            areas.Add(new("media", "/quan-tri/thu-vien", "Thư viện tệp", "image", 0));
        }
        areas.Add(new("procedures", "/quan-tri/thu-tuc", "Thủ tục hành chính", "folders", 0));
        areas.Add(new("documents", "/quan-tri/van-ban", "Văn bản", "file-text", 0));
        areas.Add(new("indicators", "/quan-tri/chi-so", "Chỉ số, chỉ tiêu", "chart-bar", 0));
        areas.Add(new("dossiers", "/quan-tri/so-lieu-mot-cua", "Số liệu một cửa", "chart-bar", 0));
        areas.Add(new("postings", "/quan-tri/niem-yet", "Công khai, niêm yết", "megaphone", (await postings.Overdue(stop)).Count + (await postings.Expired(stop)).Count));
        areas.Add(new("due", "/quan-tri/noi-dung/can-ra-soat", "Cần rà soát", "clock-counter-clockwise", due));
        areas.Add(new("reports", "/quan-tri/noi-dung/ban-doc-bao", "Bạn đọc báo", "chat-circle-text", reports));
        areas.Add(new("links", "/quan-tri/noi-dung/lien-ket", "Liên kết hỏng", "link", await db.BrokenLinksOf(db.Editions.WritableBy(visit.Me)).CountAsync(stop)));
        if (visit.Me.Can(Deed.PublishContent))
        {
            var waiting = await db.Editions.WritableBy(visit.Me).WaitingFor(visit.Me.PersonId, db).CountAsync(stop);
            areas.Add(new("search-words", "/quan-tri/chu-tim-kiem", "Chữ tìm kiếm", "magnifying-glass", 0));
            areas.Insert(1, new("review", "/quan-tri/noi-dung?viec=cho-toi", "Chờ tôi duyệt", "seal-check", waiting));
        }
        return areas;
    }

    private async Task<List<RailArea>> Whole(CancellationToken stop)
    {
        List<RailArea> areas = [];
        if (visit.Me.Can(Deed.ReadFigures))
        {
            areas.Add(new("figures", "/quan-tri/so-lieu/phan-anh", "Số liệu phản ánh", "chart-bar", 0));
        }
        if (visit.Me.Can(Deed.ReadAnonymised))
        {
            areas.Add(new("observed", "/quan-tri/so-lieu/phan-anh/danh-sach?so=da-nhan", "Vụ việc ẩn danh", "eye", 0));
        }
        if (visit.Me.Can(Deed.ReadRetention))
        {
            areas.Add(new("keeping", "/quan-tri/luu-giu", "Lưu giữ, xóa dữ liệu", "clock", visit.Me.Can(Deed.ApprovePurge) ? await db.CasePurges.CountAsync(purge => purge.State == PurgeState.Proposed && purge.ProposedBy != visit.Me.PersonId, stop) : 0));
        }
        if (visit.Me.Can(Deed.ReadAudit))
        {
            areas.Add(new("audit", "/quan-tri/nhat-ky", "Nhật ký việc làm", "list-numbers", 0));
        }
        if (visit.Me.Can(Deed.ReadIncidents))
        {
            areas.Add(new("incidents", "/quan-tri/su-co", "Sổ sự cố", "warning-circle", await db.Incidents.ClockRunning().CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.ReadViews))
        {
            areas.Add(new("views", "/quan-tri/so-lieu/luot-xem", "Lượt xem", "chart-bar", 0));
        }
        if (visit.Me.Can(Deed.TellObstacle))
        {
            areas.Add(new("obstacles", "/quan-tri/vuong-mac", "Khó khăn, vướng mắc", "hand-palm", await db.Obstacles.WaitingFor(visit.Me, visit.Site).CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.PostNotice))
        {
            areas.Add(new("notices", "/quan-tri/thong-bao", "Thông báo", "megaphone", await db.Notices.ToCome(clock.GetUtcNow()).CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.SwitchStorm))
        {
            areas.Add(new("storm", "/quan-tri/khan-cap", "Chế độ khẩn cấp", "warning", await board.Storm(visit.Site.Id) is null ? 0 : 1));
        }
        return areas;
    }

    private async Task<List<RailArea>> Feedback(CancellationToken stop)
    {
        List<RailArea> areas = [];
        if (visit.Me.Can(Deed.ReadFeedback))
        {
            areas.Add(new("cases", "/quan-tri/phan-anh", "Phản ánh, kiến nghị", "tray", await db.Feedback.VisibleTo(visit.Me).LedFor(visit.Me).WithoutComplaints().Unmerged().Open().CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.ApprovePublication))
        {
            areas.Add(new("answers", "/quan-tri/cong-khai", "Công khai hỏi đáp", "seal-check", await db.PublicAnswers.DecidableBy(visit.Me, db).CountAsync(answer => answer.State == PublicAnswerState.Proposed, stop)));
        }
        if (visit.Me.Can(Deed.TriageFeedback))
        {
            areas.Add(new("data", "/quan-tri/du-lieu-ca-nhan", "Yêu cầu về dữ liệu", "user", await db.DataRequests.CountAsync(asked => asked.State == DataRequestState.Asked, stop)));
            areas.Add(new("texts", "/quan-tri/tin-nhan", "Tin nhắn đã gửi", "paper-plane-tilt", 0));
            areas.Add(new("mail-in", "/quan-tri/thu-den", "Thư gửi đến", "envelope-simple", await db.MailLetters.WaitingForPerson().CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.TakeInFeedback))
        {
            areas.Add(new("counter", "/quan-tri/tiep-nhan", "Tiếp nhận tại quầy", "plus", 0));
        }
        if (visit.Me.Can(Deed.GrantExtension))
        {
            areas.Add(new("extensions", "/quan-tri/gia-han", "Xin gia hạn", "clock-counter-clockwise", await db.Extensions.WaitingFor(visit.Me, db).CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.ManageTemplates))
        {
            areas.Add(new("templates", "/quan-tri/mau-tra-loi", "Mẫu trả lời", "chat-circle-text", 0));
        }
        if (visit.Me.Can(Deed.ReadRouting))
        {
            areas.Add(new("routing", "/quan-tri/dinh-tuyen", "Bảng định tuyến", "arrow-right", 0));
        }
        if (visit.Me.Can(Deed.ReadExchange))
        {
            areas.Add(new("exchange", "/quan-tri/lien-thong", "Liên thông 1022", "arrow-up-right", await db.ExchangeNotices.Waiting().CountAsync(notice => notice.Attempts > 0, stop)));
        }
        if (visit.Me.Can(Deed.ReadSealed))
        {
            areas.Add(new("sealed", "/quan-tri/kho-kin", "Kho kín", "lock-simple", 0));   // never a number of these anywhere
        }
        if (visit.Me.Can(Deed.AuditSealed))
        {
            areas.Add(new("sealed-log", "/quan-tri/kho-kin/nhat-ky", "Nhật ký kho kín", "eye", 0));
        }
        return areas;
    }
}

/// <summary>A group of areas on the rail.</summary>
public sealed record RailGroup(string Name, IReadOnlyList<RailArea> Areas);

/// <summary>One link of the rail.</summary>
public sealed record RailArea(string Key, string Address, string Label, string Icon, int Count);
