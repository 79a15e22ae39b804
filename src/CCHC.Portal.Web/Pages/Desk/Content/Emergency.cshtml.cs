using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Out at once without waiting for approval, for a reason that is kept; a second person must look at it afterwards.</summary>
[Needs(Deed.PublishInEmergency)]
public sealed class EmergencyModel(EditionAtHand hand, Publishing publishing) : EditionVerb(hand)
{
    protected override bool Fits(Edition edition) => edition.IsWritable;

    protected override async Task<string?> Why(CancellationToken stop) =>
        Edition.Kind.Approvals > 1 ? "Loại bài này luôn cần đủ người duyệt, không đăng khẩn được."
        : Hand.WhyNotIn(Edition)
        ?? ((Edition.Summary == "" ? "Hãy viết tóm tắt." : Edition.Kind.Missing(Edition.Body).Select(missing => missing.Words).FirstOrDefault()) is { } words ? "Chưa đăng được: " + words : await Hand.WhyNotItsAddress(Edition, stop) ?? await publishing.WhyNotItsFiles(Edition, stop));

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do đăng khẩn.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Hand.Record("content-published-in-emergency", Edition, text);
        await publishing.PublishInEmergency(Edition, Hand.Me, text, stop);
        return Back("Đã đăng khẩn. Người duyệt khác phải xem lại bài này.");
    }
}
