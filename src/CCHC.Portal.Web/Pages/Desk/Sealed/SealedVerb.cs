using CCHC.Portal.Language;
using CCHC.Portal.Sealed;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>What every verb on a sealed case shares: it is done within the quarter of an hour after the case was opened, and says so on a page that shows nothing of it.</summary>
public abstract class SealedVerb(SealedAtHand hand) : PageModel
{
    [BindProperty] public string Text { get; set; } = "";
    [BindProperty] public string? Pass { get; set; }
    public Guid Id { get; private set; }
    public string ReferenceCode { get; private set; } = "";
    public string Told { get; private set; } = "";
    protected SealedAtHand Hand => hand;

    public IActionResult OnGet(Guid id) => RedirectToPage("Open", new { id });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        ModelState.Clear();
        Text = VietnameseText.Clean(Text);
        if (!hand.Passes(Pass, id) || await hand.Find(id, stop) is not { } kept)
        {
            return RedirectToPage("Open", new { id });
        }
        (Id, ReferenceCode) = (id, kept.ReferenceCode);
        return await Act(kept, stop);
    }

    protected abstract Task<IActionResult> Act(SealedCase kept, CancellationToken stop);

    protected IActionResult Said(string told)
    {
        Told = told;
        return Page();
    }
}
