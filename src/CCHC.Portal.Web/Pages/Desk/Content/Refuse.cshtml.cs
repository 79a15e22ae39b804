using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Gives a text back to its author, with the reason.</summary>
[Needs(Deed.PublishContent)]
public sealed class RefuseModel(EditionAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }
    public Edition Edition { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
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
        var text = VietnameseText.Clean(Text);
        if (text.Length is 0 or > 2_000)
        {
            Problems.Add(new("Text", text == "" ? "Hãy viết lý do trả lại." : "Lý do dài quá 2.000 ký tự."));
            return this.Invalid();
        }
        Edition.Refuse(hand.Me, text, hand.Now);
        await hand.SaveVerb("content-refused", Edition, stop, text);
        TempData["Flash"] = "Đã trả lại người viết.";
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
        return edition.State == EditionState.InReview ? null : RedirectToPage("Edit", new { id });
    }
}
