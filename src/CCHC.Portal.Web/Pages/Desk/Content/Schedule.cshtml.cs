using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Binds an approved text to an hour to come; the last approver may do both at once. Never its own author's approval.</summary>
[Needs(Deed.PublishContent)]
public sealed class ScheduleModel(EditionAtHand hand, Review review, Publishing publishing) : EditionVerb(hand)
{
    [BindProperty] public string? Day { get; set; }
    [BindProperty(Name = "Hour")] public string? Clock { get; set; }
    public bool IsApproved => Edition.State == EditionState.Approved;

    protected override bool Fits(Edition edition) => edition.State is EditionState.InReview or EditionState.Approved;

    protected override async Task<string?> Why(CancellationToken stop)
    {
        if (IsApproved)
        {
            return await publishing.WhyNotNow(Edition, stop);
        }
        var standing = await review.Of(Edition, stop);
        return Hand.WhyNot(Edition, standing) ?? (standing.IsLast ? null : "Bài còn cần người khác duyệt. Hãy duyệt bước của bạn trước; người duyệt cuối sẽ hẹn giờ.")
            ?? await Hand.WhyNotItsAddress(Edition, stop) ?? await publishing.WhyNotWhatItNames(Edition, stop);
    }

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        if (Hour.At(Day, Clock) is not { } moment || moment <= Hand.Now)
        {
            Problems.Add(new("Day", Hour.At(Day, Clock) is null ? "Hãy chọn ngày và giờ đăng." : "Giờ đăng phải ở phía trước. Muốn đăng ngay thì chọn Duyệt đăng."));
            return null;
        }
        if (!IsApproved)
        {
            await publishing.Approve(Edition, Hand.Me, stop);
        }
        Edition.Schedule(moment, Hand.Now);
        await Hand.SaveVerb("content-scheduled", Edition, stop, moment.ToString("O", CultureInfo.InvariantCulture));
        TempData["Flash"] = $"Đã hẹn đăng lúc {VietnamTime.Moment(moment)}.";
        return RedirectToPage("Index");
    }
}
