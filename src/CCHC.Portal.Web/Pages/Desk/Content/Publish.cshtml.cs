using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Puts a text before the public; never its own author's.</summary>
[Needs(Deed.PublishContent)]
public sealed class PublishModel(EditionAtHand hand, Publishing publishing) : PageModel
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
        hand.Record("content-published", Edition);
        await publishing.Publish(Edition, hand.Me, stop);
        TempData["Flash"] = "Đã đăng.";
        return RedirectToPage("Index");
    }

    // The answer when there is nothing to do here; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        Edition = edition;
        WhyNot = await publishing.WhyNotApprovedBy(Edition, hand.Me, stop);
        return edition.State == EditionState.InReview ? null : RedirectToPage("Edit", new { id });
    }
}
