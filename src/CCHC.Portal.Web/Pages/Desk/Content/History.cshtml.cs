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

/// <summary>Every version ever saved of an item in one language, newest first; two of them can be laid side by side.</summary>
[Needs(Deed.WriteContent)]
public sealed class HistoryModel(EditionAtHand hand, PortalDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }
    public Edition Edition { get; private set; } = null!;
    public IReadOnlyList<PastVersion> Versions { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        Edition = edition;
        var editions = await hand.Siblings(edition).ToDictionaryAsync(other => other.Id, stop);
        var ids = editions.Keys.ToList();
        var revisions = db.Revisions.AsNoTracking().Where(revision => ids.Contains(revision.EditionId)).OrderByDescending(revision => revision.At).ThenByDescending(revision => revision.Id);
        var count = await revisions.CountAsync(stop);
        var page = Pager.Within(Number, count);
        // One more than shown, so that the last line of a page can be compared with the one before it.
        var shown = await revisions.Skip((page - 1) * Pager.Usual).Take(Pager.Usual + 1).Select(revision => new { revision.Id, revision.EditionId, revision.PersonId, revision.At, revision.Title }).ToListAsync(stop);
        var names = await db.NamesOf(shown.Select(revision => revision.PersonId), stop);
        Versions = [.. shown.Take(Pager.Usual).Select((revision, at) => new PastVersion(
            revision.Id, revision.Title, editions[revision.EditionId].Number, editions[revision.EditionId].State,
            revision.PersonId is { } person ? names.GetValueOrDefault(person, "Người đã rời") : "Dữ liệu ban đầu",
            VietnamTime.Moment(revision.At), at + 1 < shown.Count ? shown[at + 1].Id : null))];
        Pager = new Pager(page, count, "phiên bản", Pager.AddressHere(Request));
        return Page();
    }
}

/// <summary>One saved version in the list; <paramref name="Before"/> is the one it followed.</summary>
public sealed record PastVersion(Guid Id, string Title, int Edition, EditionState State, string Who, string When, Guid? Before);
