using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Keeps an answer while it is being typed, every few seconds, for its writer alone.</summary>
[Needs(Deed.ReadFeedback), Takes(Limits.EditorForm)]
public sealed class ReplyKeepModel(CaseAtHand hand, Typing typing) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty(Name = "Do")] public string? Wanted { get; set; }

    public IActionResult OnGet(string code) => RedirectToPage("Reply", new { code });

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        var place = AnswerForm.PlaceOf(feedback.ReferenceCode);
        switch (Wanted)
        {
            case "drop":
                await typing.Forget(place, stop);
                return RedirectToPage("Reply", new { code });
            case "leave" or "here":
                break;
            default:
                await typing.Keep(place, Version, Request.Form, stop);
                break;
        }
        return new JsonResult(new { at = VietnamTime.Hour(VietnamTime.Clock(hand.Now)), others = Array.Empty<string>(), overtaken = feedback.Version != Version ? "Người khác" : null });
    }
}
