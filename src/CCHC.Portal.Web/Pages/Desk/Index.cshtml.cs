using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Cases;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Pages.Desk.Postings;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk;

/// <summary>What waits for the person who signed in.</summary>
[Needs(Deed.EnterDesk)]
public sealed class IndexModel(PortalDb db, Visit visit, PostingDesk postings, TimeProvider clock) : PageModel
{
    private const int Shown = 5;

    public IReadOnlyList<CaseTile>? Cases { get; private set; }
    public IReadOnlyList<CaseLine> Nearest { get; private set; } = [];
    public IReadOnlyList<(string Address, string Label, int Count)>? Texts { get; private set; }
    public IReadOnlyList<EditionLine> Begun { get; private set; } = [];
    public IReadOnlyList<EditionLine> Appointed { get; private set; } = [];
    public IReadOnlyList<EditionLine> Trouble { get; private set; } = [];
    public IReadOnlyList<EditionLine> Waiting { get; private set; } = [];
    public IReadOnlyList<(string Label, int Count, bool IsLate)>? Obstacles { get; private set; }
    public (int Open, int Overdue, int Answered)? Figures { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        if (visit.Me.Can(Deed.ReadFeedback))
        {
            var readable = db.Feedback.AsNoTracking().VisibleTo(visit.Me);
            var visible = readable.LedFor(visit.Me).WithoutComplaints();
            Cases = [.. await CaseTile.Counted(visible, visit.Site, today, stop), .. await CaseQueue.Apart(readable, visit.Me, visit.Site, today, stop) is { } apart ? new[] { new CaseTile(CaseTile.Open, "Khiếu nại, đếm riêng", "", apart.Count, apart.Key) } : []];
            Nearest = [.. (await visible.Unmerged().Open().ByDeadline().Take(Shown).ToListAsync(stop)).Select(feedback => CaseLine.Of(feedback, visit.Site, today, new Dictionary<Guid, string>()))];
        }
        if (visit.Me.Can(Deed.WriteContent))
        {
            var mine = db.Editions.AsNoTracking().WritableBy(visit.Me).Where(edition => edition.State != EditionState.Retired);
            var texts = new List<(string, string, int)>();
            var names = new Dictionary<Guid, string> { [visit.Me.PersonId] = visit.Me.FullName };
            foreach (var duty in Duty.All.Where(duty => visit.Me.Can(duty.Needs)))
            {
                texts.Add(("/quan-tri/noi-dung?viec=" + duty.Key, duty.Label, await duty.Pick(mine, visit.Me.PersonId, db).CountAsync(stop)));
            }
            texts.Add(("/quan-tri/noi-dung/can-ra-soat", "Cần rà soát", await db.ContentItems.OwnedBy(visit.Me, visit.Site).DueForCheck(today).CountAsync(stop)));
            texts.Add(("/quan-tri/noi-dung/ban-doc-bao", "Bạn đọc báo sai sót", await db.MistakeReports.VisibleTo(visit.Me, visit.Site, db).Waiting().CountAsync(stop)));
            texts.Add(("/quan-tri/niem-yet#qua-han", "Quá hạn công khai", (await postings.Overdue(stop)).Count));
            Texts = texts;
            Appointed = [.. (await mine.Appointed().OrderBy(edition => edition.HourAt).Take(Shown).ToListAsync(stop)).Select(edition => EditionLine.Of(edition, names))];
            Trouble = [.. (await mine.InTrouble().OrderBy(edition => edition.CareSince).Take(Shown).ToListAsync(stop)).Select(edition => EditionLine.Of(edition, names))];
            Begun = [.. (await mine.BegunBy(visit.Me.PersonId).OrderByDescending(edition => edition.ChangedAt).Take(Shown).ToListAsync(stop)).Select(edition => EditionLine.Of(edition, names))];
            Waiting = !visit.Me.Can(Deed.PublishContent) ? []
                : [.. (await mine.WaitingFor(visit.Me.PersonId, db).OrderBy(edition => edition.SubmittedAt).Take(Shown).ToListAsync(stop)).Select(edition => EditionLine.Of(edition, names))];
        }
        if (visit.Me.Can(Deed.TellObstacle))
        {
            Obstacles = await Told(today, stop);
        }
        if (visit.Me.Can(Deed.ReadFigures))
        {
            Figures = await Count(today, stop);
        }
    }

    private async Task<IReadOnlyList<(string, int, bool)>> Told(DateOnly today, CancellationToken stop)
    {
        var unanswered = db.Obstacles.AsNoTracking().VisibleTo(visit.Me).Where(one => one.AnsweredAt == null);
        var lines = new List<(string, int, bool)> { ("Chưa được phản hồi", await unanswered.CountAsync(stop), false), ("Quá ngày cần phản hồi", await unanswered.CountAsync(one => one.Due < today, stop), true) };
        return visit.Me.Can(Deed.AnswerObstacle) ? [("Chờ tôi phản hồi", await db.Obstacles.WaitingFor(visit.Me, visit.Site).CountAsync(stop), false), .. lines] : lines;
    }

    private async Task<(int, int, int)> Count(DateOnly today, CancellationToken stop)
    {
        var counted = db.Feedback.AsNoTracking().CountableBy(visit.Me);
        DateTimeOffset? from = clock.GetUtcNow().AddDays(-30);
        return (await counted.Open().CountAsync(stop), await counted.Overdue(today).CountAsync(stop), await counted.CountAsync(f => f.AnsweredAt >= from, stop));
    }
}
