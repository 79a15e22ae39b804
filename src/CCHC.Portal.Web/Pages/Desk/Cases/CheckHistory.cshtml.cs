using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Says of an exported history whether it is as it was written, and whether it is what the portal holds.</summary>
[Needs(Deed.ReadFeedback), Takes(Limits.EditorForm)]
public sealed class CheckHistoryModel(PortalDb db, Visit visit, Vault vault) : PageModel
{
    [BindProperty(Name = "File")] public IFormFile? Sent { get; set; }
    public List<Problem> Problems { get; } = [];
    public HistoryVerdict? Verdict { get; private set; }

    /// <summary>How the file stands to what the portal holds of a case the visitor may read.</summary>
    public string? Beside { get; private set; }
    public bool Differs { get; private set; }

    /// <summary>When the portal itself last looked at all histories, how many there were and how many were touched.</summary>
    public (string When, int Checked, int Broken)? LastNight { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.What == ProveHistoriesJob.Proved).OrderByDescending(entry => entry.At).FirstOrDefaultAsync(stop);
        if (last?.Detail.Split(' ') is [var all, var broken])
        {
            LastNight = (VietnamTime.Moment(last.At), int.Parse(all, CultureInfo.InvariantCulture), int.Parse(broken, CultureInfo.InvariantCulture));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Sent is null || Sent.Length == 0)
        {
            Problems.Add(new Problem("File", "Hãy chọn tệp lịch sử."));
            await OnGetAsync(stop);
            return this.Invalid();
        }
        using var reader = new StreamReader(Sent.OpenReadStream());
        var history = CaseHistory.Read(await reader.ReadToEndAsync(stop));
        Verdict = HistoryVerdict.Of(history, vault);
        await Compare(history, stop);
        return Page();
    }

    private async Task Compare(CaseHistory? history, CancellationToken stop)
    {
        var id = history?.CaseId;
        if (history is null || !await db.Feedback.VisibleTo(visit.Me).AnyAsync(feedback => feedback.Id == id, stop))
        {
            return;
        }
        var kept = await db.CaseEvents.AsNoTracking().Where(happened => happened.FeedbackId == id && happened.Number != null).OrderBy(happened => happened.Number).Select(happened => happened.Hash).ToListAsync(stop);
        var same = history.Events.TakeWhile((line, at) => at < kept.Count && kept[at] == line.Hash).Count();
        Differs = same < history.Events.Count;
        Beside = Differs ? $"Khác với lịch sử cổng đang giữ từ sự kiện số {same + 1}."
            : kept.Count > same ? $"Khớp với cổng; từ khi xuất tệp, vụ việc có thêm {kept.Count - same} sự kiện." : "Khớp với lịch sử cổng đang giữ.";
    }
}
