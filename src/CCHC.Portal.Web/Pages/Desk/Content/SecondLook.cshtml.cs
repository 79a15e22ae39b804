using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>The second person's look at what went out in an emergency.</summary>
[Needs(Deed.PublishContent)]
public sealed class SecondLookModel(EditionAtHand hand) : EditionVerb(hand)
{
    protected override bool Fits(Edition edition) => edition.OwesSecondLook && edition.WasPublic;

    protected override async Task<string?> Why(CancellationToken stop) =>
        !Edition.MayBeLookedAtBy(Hand.Me) || await Hand.IWrote(Edition, stop) ? "Bạn đã viết hoặc đăng khẩn bài này. Người xem lại phải là người khác." : Hand.WhyNotIn(Edition);

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        var text = VietnameseText.Clean(Text);
        if (text.Length > EditionRemark.Longest)
        {
            Problems.Add(new(nameof(Text), "Phần viết dài quá 2.000 ký tự."));
            return null;
        }
        Edition.LookAtAgain(Hand.Me, Hand.Now);
        Hand.Say(Edition, RemarkKind.SecondLook, text == "" ? "Đã xem lại, giữ nguyên." : text);
        await Hand.SaveVerb("content-looked-at-again", Edition, stop, text);
        return Back("Đã ghi nhận bạn xem lại.");
    }
}
