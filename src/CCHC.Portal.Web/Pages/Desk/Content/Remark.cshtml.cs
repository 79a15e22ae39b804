using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Says something to the colleagues who work on the same text, in whatever state it is.</summary>
[Needs(Deed.WriteContent)]
public sealed class RemarkModel(EditionAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await hand.ToWrite(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        var text = VietnameseText.Clean(Text);
        if (text.Length is 0 or > EditionRemark.Longest)
        {
            Problems.Add(new(nameof(Text), text == "" ? "Hãy viết lời nhắn." : "Lời nhắn dài quá 2.000 ký tự."));
            return this.Invalid();
        }
        hand.Say(edition, RemarkKind.Remark, text);
        await hand.Save(stop);
        TempData["Flash"] = "Đã gửi lời nhắn.";
        return RedirectToPage("Edit", new { id });
    }
}
