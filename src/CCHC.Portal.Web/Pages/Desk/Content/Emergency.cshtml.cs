using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Out at once without waiting for approval, for a reason that is kept; a second person must look at it afterwards.</summary>
[Needs(Deed.PublishInEmergency)]
public sealed class EmergencyModel(EditionAtHand hand, Publishing publishing, Review review, LookOver lookOver, PortalDb db) : EditionVerb(hand)
{
    /// <summary>How often the way around approval was taken in the last twelve months.</summary>
    public int Earlier { get; private set; }

    protected override bool Fits(Edition edition) => edition.IsWritable;

    protected override async Task<string?> Why(CancellationToken stop)
    {
        DateTimeOffset? since = Hand.Now.AddYears(-1);
        Earlier = await db.Editions.CountAsync(edition => edition.EmergencyReason != null && edition.LiveAt >= since, stop);
        return Edition.Kind.Approvals > 1 || (await review.Of(Edition, stop)).Stages.Count > 1 ? "Bài loại này luôn cần đủ người duyệt, không đăng khẩn được." : await WhyNotTheText(stop);
    }

    private async Task<string?> WhyNotTheText(CancellationToken stop) =>
        Hand.WhyNotIn(Edition)
        ?? ((Edition.Summary == "" ? "Hãy viết tóm tắt." : Edition.Kind.Missing(Edition.Body).Select(missing => missing.Words).FirstOrDefault()) is { } words ? "Chưa đăng được: " + words : await Hand.WhyNotItsAddress(Edition, stop))
        ?? await publishing.WhyNotWhatItNames(Edition, stop)
        ?? ((await lookOver.Of(Edition, stop)).FirstOrDefault(finding => finding.Must) is { } must ? "Chưa đăng được: " + must.Words : null);

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
