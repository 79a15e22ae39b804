using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Does one thing to many cases: says first what would change in each, then does exactly that.</summary>
public sealed class BulkPlan(CaseAtHand hand, PortalDb db, Visit visit, OfficerChoices choices, Deadlines deadlines, CaseMails mails, MergedCases merged)
{
    public const string Entrust = "phan-cong", Forward = "chuyen", Note = "ghi-chu", Merge = "gop";
    public const int Most = 500;

    /// <summary>The cases named, as far as the visitor may see them, in the order named.</summary>
    public async Task<IReadOnlyList<(string Code, Feedback? Case)>> Find(IReadOnlyList<string> codes, CancellationToken stop)
    {
        var found = await db.Feedback.VisibleTo(visit.Me).Include(feedback => feedback.Bars).Where(feedback => codes.Contains(feedback.ReferenceCode)).ToDictionaryAsync(feedback => feedback.ReferenceCode, stop);
        return [.. codes.Select(code => (code, found.GetValueOrDefault(code)))];
    }

    public async Task<IReadOnlyList<BulkLine>> Preview(IReadOnlyList<(string Code, Feedback? Case)> chosen, string what, OfficerChoice? officer, Unit? unit, CancellationToken stop)
    {
        var names = await db.NamesOf(chosen.Select(one => one.Case?.OfficerId), stop);
        var lines = new List<BulkLine>();
        var mergeable = chosen.Select(one => one.Case).OfType<Feedback>().Where(one => hand.MayHandle(one) && one is { IsOpen: true, MergedIntoId: null, IsBarred: false }).ToList();
        var lead = what == Merge && mergeable.Count > 1 ? MergedCases.Lead(mergeable) : null;
        foreach (var (code, feedback) in chosen)
        {
            var refusal = feedback is null || !hand.MayHandle(feedback) ? "Không có hoặc không thuộc quyền của bạn" : what == Merge && lead is null ? "Cần ít nhất hai vụ đang mở" : await RefusalOf(feedback, what, officer, unit, stop);
            lines.Add(new BulkLine(code, feedback, refusal is null ? ChangeOf(feedback!, what, officer, unit, lead, names) : "", refusal));
        }
        return lines;
    }

    /// <summary>Carries the plan out for every line that is not refused; the caller saves.</summary>
    public async Task Carry(IEnumerable<BulkLine> lines, string what, OfficerChoice? officer, Unit? unit, string text, CancellationToken stop)
    {
        var cases = lines.Where(line => line.IsDone).Select(line => line.Case!).ToList();
        if (what == Merge && cases.Count > 1)
        {
            await merged.Merge(hand.Site, cases, hand.Me, hand.Now, stop);
        }
        foreach (var feedback in cases)
        {
            switch (what)
            {
                case Entrust:
                    feedback.Entrust(officer!.Id, text, hand.Me, hand.Now);
                    break;
                case Forward:
                    feedback.Forward(unit!.Id, text, hand.Me, hand.Now, deadlines.TermsOf(hand.Site));
                    await mails.Forwarded(hand.Site, feedback, stop);
                    break;
                case Note:
                    feedback.Note(text, hand.Me, hand.Now);
                    break;
            }
            hand.Record("case-bulk-" + what, feedback);
        }
    }

    private async Task<string?> RefusalOf(Feedback feedback, string what, OfficerChoice? officer, Unit? unit, CancellationToken stop) => what switch
    {
        Note => null,
        _ when !feedback.IsOpen => "Đã khép lại",
        _ when feedback.MergedIntoId is not null => "Đã gộp vào vụ khác",
        Merge => feedback.IsBarred ? "Phản ánh về đơn vị hoặc cán bộ, xử lý riêng" : null,
        Forward when feedback.IsBarredTo(unit!.Id) => "Vụ này phản ánh về chính đơn vị ấy",
        Forward => feedback.UnitId == unit!.Id ? "Đã ở đơn vị này" : null,
        _ when feedback.UnitId is null => "Chưa có đơn vị, cần giao đơn vị trước",
        _ when !visit.Me.Can(Deed.AssignFeedback, new Subject(feedback.UnitId)) => "Bạn không phân công việc của đơn vị này",
        _ when feedback.OfficerId == officer!.Id => "Đã do người này phụ trách",
        _ => await choices.MayHave(officer.Id, feedback, stop) ? null : "Cán bộ không thuộc đơn vị của vụ này",
    };

    private string ChangeOf(Feedback feedback, string what, OfficerChoice? officer, Unit? unit, Feedback? lead, IReadOnlyDictionary<Guid, string> names) => what switch
    {
        Merge => feedback == lead ? "Dẫn việc; trả lời của vụ này gửi cho tất cả" : $"Gộp vào {lead!.ReferenceCode}; người gửi giữ mã của mình",
        Entrust => $"Phụ trách: {(feedback.OfficerId is { } now ? names.GetValueOrDefault(now, "người đã rời") : "chưa ai")} → {officer!.Name}",
        Forward => $"Đơn vị: {hand.Site.UnitById(feedback.UnitId)?.Name ?? "chờ phân loại"} → {unit!.Name}; phụ trách để trống",
        _ => "Thêm một ghi chú nội bộ",
    };
}
