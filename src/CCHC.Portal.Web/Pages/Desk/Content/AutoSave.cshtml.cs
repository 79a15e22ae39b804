using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Takes what is typed every few seconds, and answers who else is there and whether somebody saved meanwhile.</summary>
[Needs(Deed.WriteContent), Takes(Limits.EditorForm), RequestFormLimits(ValueCountLimit = 3_000)]
public sealed class AutoSaveModel(EditionAtHand hand, Typing typing, PortalDb db) : PageModel
{
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>"drop" throws the kept words away, "leave" says the form was closed, "here" is a sign of life without words.</summary>
    [BindProperty(Name = "Do")] public string? Wanted { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var edition = Guid.TryParse(Place, out var id) ? await hand.ToWrite(id, stop) : null;
        if (edition is null && !IsNew(Place))
        {
            return NotFound();
        }
        switch (Wanted)
        {
            case "drop":
                await typing.Forget(Place!, stop);
                return edition is null ? LocalRedirect(Url.Content("~/quan-tri/noi-dung/" + AddressOfNew(Place!))) : RedirectToPage("Edit", new { id });
            case "leave":
                await typing.Leave(id, stop);
                return new NoContentResult();
            case "here":
                break;
            default:
                await typing.Keep(Place!, Version, Request.Form, stop);
                break;
        }
        if (edition is not null)
        {
            await typing.Arrive(id, stop);
        }
        return new JsonResult(new
        {
            at = VietnamTime.Hour(VietnamTime.Clock(hand.Now)),
            others = edition is null ? [] : await typing.Others(id, stop),
            overtaken = edition is not null && edition.Version != Version ? await LastToSave(edition, stop) : null,
        });
    }

    private static bool IsNew(string? place) => place?.Split('/') switch
    {
        ["moi", var type] => ContentTypes.Find(type) is not null,
        ["moi", var type, "en", var original] => ContentTypes.Find(type) is not null && Guid.TryParse(original, out _),
        _ => false,
    };

    private static string AddressOfNew(string place) => place.Replace("/en/", "?ban-dich-cua=", StringComparison.Ordinal);

    private async Task<string> LastToSave(Edition edition, CancellationToken stop)
    {
        var last = await db.Revisions.AsNoTracking().Where(revision => revision.EditionId == edition.Id).OrderByDescending(revision => revision.At).FirstOrDefaultAsync(stop);
        return last?.PersonId is { } person && (await db.NamesOf([person], stop)).TryGetValue(person, out var name) ? name : "Người khác";
    }
}
