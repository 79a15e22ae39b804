using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Agrees to a text, and puts it before the public when that was the last approval needed; never its own author's.</summary>
[Needs(Deed.PublishContent)]
public sealed class PublishModel(EditionAtHand hand, Review review, Publishing publishing) : EditionVerb(hand)
{
    /// <summary>"now" puts it before the public too.</summary>
    [BindProperty(Name = "Do")] public string? Wanted { get; set; }

    public ReviewStanding Standing { get; private set; } = null!;

    public bool IsApproved => Edition.State == EditionState.Approved;

    protected override bool Fits(Edition edition) => edition.State is EditionState.InReview or EditionState.Approved;

    protected override async Task<string?> Why(CancellationToken stop)
    {
        Standing = await review.Of(Edition, stop);
        return IsApproved ? await publishing.WhyNotNow(Edition, stop) : Hand.WhyNot(Edition, Standing) ?? await Hand.WhyNotItsAddress(Edition, stop) ?? await publishing.WhyNotWhatItNames(Edition, stop);
    }

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        if (!IsApproved)
        {
            await publishing.Approve(Edition, Hand.Me, stop);
            Hand.Record("content-approved", Edition);
        }
        if (!IsApproved || Wanted != "now")
        {
            await Hand.Save(stop);
            return Back(IsApproved ? "Đã duyệt. Bài chờ đăng hoặc hẹn giờ." : "Đã ghi nhận bạn duyệt. Bài chờ bước tiếp theo.");
        }
        Hand.Record("content-published", Edition);
        await publishing.Publish(Edition, stop);
        TempData["Flash"] = "Đã đăng.";
        return RedirectToPage("Index");
    }
}
