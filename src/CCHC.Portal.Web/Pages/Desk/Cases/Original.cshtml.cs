using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Shows once what a case said before words of it were covered, after the look was written down.</summary>
[Needs(Deed.ReadOriginal)]
public sealed class OriginalModel(CaseAtHand hand, PortalDb db, Visit visit, Vault vault, DraftFiles drafts, Quarantine quarantine) : PageModel
{
    public Feedback Case { get; private set; } = null!;
    public OriginalWords Original { get; private set; } = new("", []);

    /// <summary>What the sender said later, where words of it were covered, as it stood.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Words)> Later { get; private set; } = [];

    /// <summary>Pictures on which something was covered, as they came.</summary>
    public IReadOnlyList<CoveredPicture> Pictures { get; private set; } = [];

    // A look is a deed of its own: an address that is only followed shows the case as it stands.
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) =>
        await hand.ToRead(code, stop) is { } feedback && visit.Me.Can(Deed.ReadOriginal, new Subject(feedback.UnitId)) ? RedirectToPage("Case", new { code }) : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToRead(code, stop) is not { } feedback || !visit.Me.Can(Deed.ReadOriginal, new Subject(feedback.UnitId))
            || await db.RedactedOriginals.AsNoTracking().Where(original => original.FeedbackId == feedback.Id).OrderBy(original => original.At).FirstOrDefaultAsync(stop) is not { } first)
        {
            return NotFound();
        }
        Pictures = [.. CoveredPicture.FirstOf(await db.CoveredPictures.AsNoTracking().Where(picture => picture.FeedbackId == feedback.Id).ToListAsync(stop)).OrderBy(picture => picture.AttachmentId)];
        var wanted = Guid.TryParse(Request.Form["Anh"], out var id) ? Pictures.FirstOrDefault(picture => picture.Id == id) : null;
        feedback.SeeOriginal(hand.Me, hand.Now);
        hand.Record("original-seen", feedback);
        await hand.Save(stop);
        Response.Headers.CacheControl = "private, no-store";
        if (wanted is not null)
        {
            return await drafts.Read(wanted.StoreKey, stop) is { } picture ? await quarantine.Answer(picture, stop) ?? File(picture, "application/octet-stream", wanted.Name) : NotFound();
        }
        Later = [.. feedback.SaidLater().Where(said => said.Original is not null).OrderBy(said => said.At).Select(said => (said.At, said.Written(vault)))];
        (Case, Original) = (feedback, vault.Unlock<OriginalWords>(first.Box, RedactedOriginal.Purpose));
        return Page();
    }
}
