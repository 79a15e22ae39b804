using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>Says that a page was looked at and is still right; readers see the day.</summary>
[Needs(Deed.WriteContent)]
public sealed class CheckModel(PortalDb db, Visit visit, Publishing publishing, Nudge nudge, TimeProvider clock) : PageModel
{
    private const int MostCharacters = 500;

    [BindProperty] public string? Text { get; set; }
    public ContentItem Item { get; private set; } = null!;
    public Edition Edition { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        Text = VietnameseText.Clean(Text);
        if (Text.Length > MostCharacters)
        {
            Problems.Add(new("Text", $"Ghi chú dài quá {MostCharacters} ký tự."));
            return this.Invalid();
        }
        db.ItemChecks.Add(Item.Check(visit.Me.PersonId, Text, clock.GetUtcNow()));
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "content-checked", Subject = $"{Item.Type}/{Item.Key}", Detail = Text });
        foreach (var edition in Item.Editions)
        {
            publishing.Note(edition);   // every page that shows the day
        }
        await db.SaveChangesAsync(stop);
        nudge.Ring(KeepIndexJob.JobName);
        TempData["Flash"] = $"Đã ghi: rà soát ngày {VietnamTime.ShortDate(clock.GetUtcNow())}.";
        return RedirectToPage("Due");
    }

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        var item = await db.ContentItems.OwnedBy(visit.Me, visit.Site).Include(item => item.Editions.Where(edition => edition.State == EditionState.Published)).SingleOrDefaultAsync(item => item.Id == id, stop);
        if (item is null || item.Editions.Count == 0)
        {
            return false;
        }
        (Item, Edition) = (item, item.Editions.OrderByDescending(edition => edition.Culture == "vi").First());
        return true;
    }
}
