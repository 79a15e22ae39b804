using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Two saved versions of a text, field by field, with what went and what came; the newer one can be taken up again.</summary>
[Needs(Deed.WriteContent)]
public sealed class CompareModel(EditionAtHand hand, PortalDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")] public Guid? From { get; set; }
    [BindProperty(SupportsGet = true, Name = "den")] public Guid? To { get; set; }
    public Edition Edition { get; private set; } = null!;
    public Revision Shown { get; private set; } = null!;
    public Revision? Against { get; private set; }
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<(string Label, IReadOnlyList<DifferencePiece> Pieces, bool Same)> Fields { get; private set; } = [];

    /// <summary>The draft there already is, which a restored version would be put into.</summary>
    public Edition? Target { get; private set; }

    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        await Show(stop);
        return Page();
    }

    /// <summary>Takes the shown version up again: into the draft there is, or as a new edition. Nothing older is lost.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        var target = Target is null ? await hand.NextAfter(Edition, stop) : await hand.ToWrite(Target.Id, stop);
        if (target is not { IsWritable: true })
        {
            TempData["Flash"] = "Bản đang hẹn giờ không sửa được. Hãy hủy hẹn giờ trước khi khôi phục.";
            return RedirectToPage("Edit", new { id });
        }
        if (Unapproval.Of(target, Request.Form) is { } missed)
        {
            Problems.Add(missed);
            await Show(stop);
            return this.Invalid();
        }
        await hand.TakeUp(target, Edition, Shown, stop);
        TempData["Flash"] = $"Đã lấy lại phiên bản lưu lúc {VietnamTime.Moment(Shown.At)} vào bản nháp.";
        return RedirectToPage("Edit", new { id = target.Id });
    }

    public string Who(Revision revision) => revision.PersonId is { } person ? Names.GetValueOrDefault(person, "Người đã rời") : "Dữ liệu ban đầu";

    private static List<(string Label, string Words)> Said(ContentType type, Revision revision) =>
    [
        ("Tiêu đề", revision.Title), ("Tóm tắt", revision.Summary),
        .. BodyForm.Of(type, type.Read(revision.BodyJson)).Select(field => (field.Field.Vi, EditModel.Said(field))),
    ];

    private async Task Show(CancellationToken stop)
    {
        var type = Edition.Kind;
        var (before, after) = (Against is null ? null : Said(type, Against), Said(type, Shown));
        Fields = [.. after.Select((field, at) => (field.Label, Difference.Between(before?[at].Words ?? "", field.Words), before is not null && before[at].Words == field.Words)).Where(field => field.Item2.Count > 0)];
        Names = await db.NamesOf([Shown.PersonId, Against?.PersonId], stop);
    }

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return false;
        }
        Edition = edition;
        var ids = hand.Siblings(edition).Select(other => other.Id);
        var own = db.Revisions.AsNoTracking().Where(revision => ids.Contains(revision.EditionId));
        if (await own.SingleOrDefaultAsync(revision => revision.Id == To, stop) is not { } shown)
        {
            return false;
        }
        (Shown, Against) = (shown, From is null ? null : await own.SingleOrDefaultAsync(revision => revision.Id == From, stop));
        if (Against is not null && Against.At > Shown.At)
        {
            (Shown, Against) = (Against, Shown);   // whichever way they were ticked, the newer one is shown against the older
        }
        Target = Edition.IsWritable ? Edition : await hand.DraftBeside(Edition, stop);
        return true;
    }
}
