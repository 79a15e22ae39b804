using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Gives a text back to its author, with the reason.</summary>
[Needs(Deed.PublishContent)]
public sealed class RefuseModel(EditionAtHand hand) : EditionVerb(hand)
{
    protected override bool Fits(Edition edition) => edition.State is EditionState.InReview or EditionState.Approved;

    protected override Task<string?> Why(CancellationToken stop) => Task.FromResult(Hand.WhyNotIn(Edition));

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do trả lại.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Edition.Refuse(Hand.Me, text, Hand.Now);
        Hand.Say(Edition, RemarkKind.Refusal, text);
        await Hand.SaveVerb("content-refused", Edition, stop, text);
        TempData["Flash"] = "Đã trả lại người viết.";
        return RedirectToPage("Index");
    }
}
