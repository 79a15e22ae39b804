using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Throws a draft away that readers never saw. What was ever public is kept for ever.</summary>
[Needs(Deed.WriteContent)]
public sealed class DiscardModel(EditionAtHand hand, Typing typing) : EditionVerb(hand)
{
    protected override bool Fits(Edition edition) => edition.State == EditionState.Draft && !edition.WasPublic;

    protected override async Task<string?> Why(CancellationToken stop) => await typing.OthersAtWork(Edition.Id, stop) is { Count: > 0 } others
        ? $"{string.Join(", ", others)} đang mở bài này hoặc còn chữ gõ dở chưa lưu trong bài. Hãy hỏi nhau trước khi bỏ bản nháp." : null;

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        Hand.Record("content-discarded", Edition, Edition.Title);
        await Hand.Discard(Edition, stop);
        TempData["Flash"] = "Đã bỏ bản nháp.";
        return RedirectToPage("Index");
    }
}
