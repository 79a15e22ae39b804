using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Hands a finished draft to whoever approves.</summary>
[Needs(Deed.WriteContent)]
public sealed class SubmitModel(EditionAtHand hand) : PageModel
{
    [BindProperty] public int Version { get; set; }
    public Edition Edition { get; private set; } = null!;
    public string? WhyNot { get; private set; }
    public bool Overtaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await Open(id, stop) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } answer)
        {
            return answer;
        }
        if (Edition.Version != Version)
        {
            Overtaken = true;
            return this.Overtaken();
        }
        if (WhyNot is not null)
        {
            return this.Invalid();
        }
        Edition.Submit(hand.Now);
        await hand.SaveVerb("content-submitted", Edition, stop);
        TempData["Flash"] = "Đã gửi duyệt.";
        return RedirectToPage("Edit", new { id });
    }

    // The answer when there is nothing to do here; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        Edition = edition;
        WhyNot = EditModel.MissingIn(Edition).Select(missing => missing.Words).FirstOrDefault() is { } words ? "Chưa gửi được: " + words : null;
        return edition.State == EditionState.Draft ? null : RedirectToPage("Edit", new { id });
    }
}
