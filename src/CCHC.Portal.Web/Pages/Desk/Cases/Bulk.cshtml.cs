using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>One thing done to many cases at once: chosen, looked at, then done.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class BulkModel(CaseAtHand hand, BulkPlan plan, OfficerChoices choices, PortalDb db, Visit visit) : PageModel
{
    /// <summary>The codes chosen, each with the version it had when the preview was made: "PA-XXXX-XXXX:3".</summary>
    [BindProperty] public string? Codes { get; set; }
    [BindProperty] public string What { get; set; } = BulkPlan.Note;
    [BindProperty] public Guid? Officer { get; set; }
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Do { get; set; }

    /// <summary>The saved one to begin with, and the name to save this one under.</summary>
    [BindProperty] public Guid? Macro { get; set; }
    [BindProperty] public string? MacroName { get; set; }

    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<(string Code, Feedback? Case)> Chosen { get; private set; } = [];
    public IReadOnlyList<BulkLine>? Preview { get; private set; }
    public IReadOnlyList<OfficerChoice> Officers { get; private set; } = [];
    public bool Kept { get; private set; }
    public IReadOnlyList<BulkMacro> Macros { get; private set; } = [];
    public bool MayAssign => visit.Me.Can(Deed.AssignFeedback);
    public IEnumerable<Unit> Units => visit.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer);
    public string CodesWithVersions => string.Join(' ', Chosen.Select(one => $"{one.Code}:{one.Case?.Version ?? 0}"));

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ma")] string[] codes, [FromQuery(Name = "ca")] string? whole, CancellationToken stop)
    {
        Chosen = await plan.Find(whole == "1" ? await WholeList(stop) : [.. codes.OfType<string>().Distinct().Take(BulkPlan.Most)], stop);
        if (Chosen.Count == 0)
        {
            TempData["Flash"] = "Hãy đánh dấu ít nhất một vụ trong danh sách.";
            return RedirectToPage("Index");
        }
        await Look(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var named = (Codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':', 2)).Take(BulkPlan.Most).ToList();
        Chosen = await plan.Find([.. named.Select(one => one[0]).Distinct()], stop);
        await Look(stop);
        if (Do is "forget" or "begin" && Macros.FirstOrDefault(one => one.Id == Macro) is { } macro)
        {
            if (Do == "forget")
            {
                db.BulkMacros.Remove(macro);
                await hand.Save(stop);
                await Look(stop);
                return Page();
            }
            (What, Officer, UnitCode, Text) = (macro.What, macro.OfficerId, macro.UnitCode, macro.Text);
            ModelState.Clear();
        }
        Text = VietnameseText.Clean(Text);
        var (officer, unit) = (Officers.FirstOrDefault(one => one.Id == Officer), Units.FirstOrDefault(one => one.Code == UnitCode));
        Check(officer, unit);
        if (Chosen.Count == 0 || Problems.Count > 0)
        {
            return this.Invalid();
        }
        var lines = await plan.Preview(Chosen, What, officer, unit, stop);
        if (Do == "keep")
        {
            await Keep(stop);
        }
        if (Do != "go")
        {
            Preview = lines;
            return Problems.Count > 0 ? this.Invalid() : Page();
        }
        // What somebody changed since the preview is left alone: it was not what was looked at.
        var seen = named.Where(one => one.Length == 2).DistinctBy(one => one[0]).ToDictionary(one => one[0], one => one[1]);
        var same = lines.Where(line => line.IsDone && seen.GetValueOrDefault(line.Code) == line.Case!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        await plan.Carry(same, What, officer, unit, Text, stop);
        await hand.Save(stop);
        var left = lines.Count - same.Count;
        TempData["Flash"] = $"Đã làm với {same.Count} vụ." + (left > 0 ? $" {left} vụ không làm được hoặc vừa thay đổi nên để nguyên." : "");
        return RedirectToPage("Index");
    }

    private void Check(OfficerChoice? officer, Unit? unit)
    {
        if (What == BulkPlan.Entrust ? officer is null : What == BulkPlan.Forward ? unit is null : What is not (BulkPlan.Note or BulkPlan.Merge))
        {
            Problems.Add(new Problem(What == BulkPlan.Entrust ? nameof(Officer) : What == BulkPlan.Forward ? nameof(UnitCode) : nameof(What),
                What == BulkPlan.Entrust ? "Hãy chọn cán bộ." : What == BulkPlan.Forward ? "Hãy chọn đơn vị nhận." : "Hãy chọn việc cần làm."));
        }
        if (What is BulkPlan.Forward or BulkPlan.Note && Text == "")
        {
            Problems.Add(new Problem(nameof(Text), What == BulkPlan.Forward ? "Hãy viết lý do chuyển." : "Hãy viết ghi chú."));
        }
        if (Text!.Length > CaseAtHand.MostCharacters)
        {
            Problems.Add(new Problem(nameof(Text), "Nội dung dài quá 10.000 ký tự."));
        }
    }

    // The same name again is the same one, mended.
    private async Task Keep(CancellationToken stop)
    {
        MacroName = VietnameseText.CleanLine(MacroName);
        var known = Macros.FirstOrDefault(one => one.Name == MacroName);
        if (MacroName is not { Length: > 0 and <= BulkMacro.LongestName })
        {
            Problems.Add(new Problem(nameof(MacroName), "Hãy đặt tên, không quá 80 ký tự."));
        }
        else if (known is null && Macros.Count >= BulkMacro.MostOfAPerson)
        {
            Problems.Add(new Problem(nameof(MacroName), "Đã đủ 30 việc làm sẵn. Hãy bỏ bớt một việc trước."));
        }
        else
        {
            var macro = known ?? db.BulkMacros.Add(new BulkMacro { PersonId = hand.Me, Name = MacroName }).Entity;
            (macro.What, macro.OfficerId, macro.UnitCode, macro.Text, macro.SavedAt) = (What, Officer, UnitCode ?? "", Text!, hand.Now);
            await hand.Save(stop);
            Kept = true;
        }
    }

    private async Task Look(CancellationToken stop)
    {
        Officers = MayAssign ? await choices.Of(visit.Me.UnitsFor(Deed.AssignFeedback), VietnamTime.Day(hand.Now), stop) : [];
        Macros = await db.BulkMacros.Where(one => one.PersonId == hand.Me).OrderBy(one => one.Name).ToListAsync(stop);
    }

    // The list the address describes, as the inbox showed it.
    private async Task<IReadOnlyList<string>> WholeList(CancellationToken stop)
    {
        var filter = CaseFilter.Of(Request.Query);
        var ordered = filter.Pick(db.Feedback.AsNoTracking().VisibleTo(visit.Me), visit.Me, visit.Site, VietnamTime.Day(hand.Now), db);
        if (filter.Words == "")
        {
            return await ordered.Select(feedback => feedback.ReferenceCode).Take(BulkPlan.Most).ToListAsync(stop);
        }
        var ids = (await filter.Search(ordered, stop)).Take(BulkPlan.Most).ToList();
        return await db.Feedback.AsNoTracking().Where(feedback => ids.Contains(feedback.Id)).ByDeadline().Select(feedback => feedback.ReferenceCode).ToListAsync(stop);
    }
}
