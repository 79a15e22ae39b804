using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Keeping;

/// <summary>Sets how long cases of a kind keep their words, with what it rests on; an empty number means for ever.</summary>
[Needs(Deed.SetRetention)]
public sealed class TermsModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty] public List<TermRow> Rows { get; set; } = [];
    public List<Problem> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rules = await db.RetentionRules.AsNoTracking().ToListAsync(stop);
        Rows = [.. IndexModel.Kinds.Select(kind => rules.Find(rule => rule.Kind == kind) is { } rule ? new TermRow { Kind = kind, Months = $"{rule.Months}", Basis = rule.Basis } : new TermRow { Kind = kind })];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var rules = await db.RetentionRules.ToListAsync(stop);
        foreach (var (row, at) in Rows.Select((row, at) => (row, at)).Where(pair => IndexModel.Kinds.Contains(pair.row.Kind)))
        {
            Set(rules, row, at);
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "retention-set", Detail = string.Join("; ", Rows.Where(row => row.Months is { Length: > 0 }).Select(row => $"{row.Kind}={row.Months}")) });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã lưu thời hạn. Chưa có gì bị xóa.";
        return RedirectToPage("Index");
    }

    private void Set(List<RetentionRule> rules, TermRow row, int at)
    {
        var rule = rules.Find(one => one.Kind == row.Kind);
        var (typed, basis) = ((row.Months ?? "").Trim(), VietnameseText.CleanLine(row.Basis));
        if (typed == "")
        {
            if (rule is not null)
            {
                db.RetentionRules.Remove(rule);
            }
        }
        else if (!int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var months) || months is < RetentionRule.LeastMonths or > RetentionRule.MostMonths)
        {
            Problems.Add(new Problem($"Rows-{at}-Months", $"{row.Kind.Vi()}: số tháng từ {RetentionRule.LeastMonths} đến {RetentionRule.MostMonths}."));
        }
        else if (basis.Length > 300)
        {
            Problems.Add(new Problem($"Rows-{at}-Basis", $"{row.Kind.Vi()}: căn cứ không quá 300 ký tự."));
        }
        else if (rule is null || (rule.Months, rule.Basis) != (months, basis))
        {
            rule ??= db.RetentionRules.Add(new RetentionRule { Kind = row.Kind }).Entity;
            rule.Set(months, basis, visit.Me.PersonId, clock.GetUtcNow());
        }
    }
}

/// <summary>A line of the form: a kind, for how many months, on what it rests.</summary>
public sealed record TermRow
{
    public FeedbackKind Kind { get; set; }
    public string? Months { get; set; }
    public string? Basis { get; set; }
}
