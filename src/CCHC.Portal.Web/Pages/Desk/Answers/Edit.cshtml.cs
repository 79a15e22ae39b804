using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Answers;

/// <summary>Writes one template; a variable nobody knows is refused here and not when an answer is due.</summary>
[Needs(Deed.ManageTemplates)]
public sealed class EditModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostName = 120, MostPart = 3_000;
    private const string Dates = "yyyy-MM-dd";

    /// <summary>What is answered here; denunciations are not.</summary>
    public static readonly IReadOnlyList<FeedbackKind> Kinds = [FeedbackKind.Report, FeedbackKind.Recommendation, FeedbackKind.Idea, FeedbackKind.Question, FeedbackKind.Praise, FeedbackKind.AdministrativeComplaint];

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public FeedbackField? Field { get; set; }
    [BindProperty] public FeedbackKind? Kind { get; set; }
    [BindProperty] public FeedbackState? State { get; set; }
    [BindProperty] public string? OffFrom { get; set; }
    [BindProperty] public string? OffUntil { get; set; }
    [BindProperty] public string? Checked { get; set; }
    [BindProperty] public string? Conclusion { get; set; }
    [BindProperty] public string? NextStep { get; set; }
    [BindProperty] public string? Contact { get; set; }
    [BindProperty] public bool IsOff { get; set; }
    [BindProperty] public int Version { get; set; }
    public bool IsNew { get; private set; }
    public bool Overtaken { get; private set; }
    public List<Problem> Problems { get; } = [];
    public bool MayServeAll => visit.Me.UnitsFor(Deed.ManageTemplates) is null;
    public IEnumerable<Unit> Units => visit.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer && visit.Me.Can(Deed.ManageTemplates, new Subject(unit.Id)));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } template)
        {
            return NotFound();
        }
        (Name, UnitCode, Field, IsOff, Version) = (template.Name, visit.Site.UnitById(template.UnitId)?.Code, template.Field, template.IsOff, template.Version);
        (Kind, State, OffFrom, OffUntil) = (template.Kind, template.State, template.OffFrom?.ToString(Dates, CultureInfo.InvariantCulture), template.OffUntil?.ToString(Dates, CultureInfo.InvariantCulture));
        (Checked, Conclusion, NextStep, Contact) = (template.Checked, template.Conclusion, template.NextStep, template.Contact);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } template)
        {
            return NotFound();
        }
        ModelState.Clear();
        var unit = Units.FirstOrDefault(one => one.Code == UnitCode);
        Name = VietnameseText.CleanLine(Name);
        Check(unit);
        var (from, until) = (Day(nameof(OffFrom), OffFrom), Day(nameof(OffUntil), OffUntil));
        if (from > until)
        {
            Problems.Add(new Problem(nameof(OffUntil), "Ngày hết phải từ ngày bắt đầu trở đi."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        if (!IsNew && template.Version != Version)
        {
            (Overtaken, Version) = (true, template.Version);
            return this.Overtaken();
        }
        (template.Name, template.UnitId, template.Field, template.IsOff) = (Name!, unit?.Id, Field, IsOff);
        (template.Kind, template.State, template.OffFrom, template.OffUntil) = (Kind is { } kind && Kinds.Contains(kind) ? kind : null, State is { } state && AnswerTemplate.States.Contains(state) ? state : null, from, until);
        (template.Checked, template.Conclusion, template.NextStep, template.Contact) = (VietnameseText.Clean(Checked), VietnameseText.Clean(Conclusion), VietnameseText.Clean(NextStep), VietnameseText.Clean(Contact));
        (template.ChangedAt, template.ChangedBy) = (clock.GetUtcNow(), visit.Me.PersonId);
        if (IsNew)
        {
            db.AnswerTemplates.Add(template);
        }
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "answer-template-saved", Subject = template.Id.ToString("n"), Detail = template.Name });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã lưu mẫu.";
        return RedirectToPage("Index");
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (DateOnly.TryParseExact(typed, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        Problems.Add(new Problem(field, "Hãy chọn ngày trên lịch, hoặc để trống."));
        return null;
    }

    private void Check(Unit? unit)
    {
        if (Name is not { Length: > 0 and <= MostName })
        {
            Problems.Add(new Problem(nameof(Name), "Hãy đặt tên mẫu, không quá 120 ký tự."));
        }
        if (unit is null && (!string.IsNullOrEmpty(UnitCode) || !MayServeAll))
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn đơn vị."));
        }
        var parts = new[] { (nameof(Checked), Checked), (nameof(Conclusion), Conclusion), (nameof(NextStep), NextStep), (nameof(Contact), Contact) };
        if (parts.All(part => string.IsNullOrWhiteSpace(part.Item2)))
        {
            Problems.Add(new Problem(nameof(Checked), "Hãy viết ít nhất một phần của mẫu."));
        }
        foreach (var (part, text) in parts)
        {
            Problems.AddRange(AnswerVariables.Problems(text ?? "").Select(words => new Problem(part, words)));
            if (text?.Length > MostPart)
            {
                Problems.Add(new Problem(part, "Phần này dài quá 3.000 ký tự."));
            }
        }
    }

    // A template that serves every unit is changed by who reaches every unit.
    private async Task<AnswerTemplate?> Find(string id, CancellationToken stop)
    {
        IsNew = id == "moi";
        if (IsNew)
        {
            return new AnswerTemplate();
        }
        var template = Guid.TryParse(id, out var key) ? await db.AnswerTemplates.SingleOrDefaultAsync(one => one.Id == key, stop) : null;
        return template is not null && visit.Me.Can(Deed.ManageTemplates, new Subject(template.UnitId)) ? template : null;
    }
}
