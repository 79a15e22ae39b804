using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Takes a published text away from the public, now or at an hour to come: gone, kept under a notice, or led elsewhere.</summary>
[Needs(Deed.PublishContent)]
public sealed class WithdrawModel(EditionAtHand hand, Publishing publishing) : EditionVerb(hand)
{
    [BindProperty] public Retirement Retirement { get; set; }
    [BindProperty] public string? MovedTo { get; set; }
    [BindProperty] public string? Day { get; set; }
    [BindProperty(Name = "Hour")] public string? Clock { get; set; }

    protected override bool Fits(Edition edition) => edition.State == EditionState.Published;

    protected override Task<string?> Why(CancellationToken stop) => Task.FromResult(Hand.WhyNotIn(Edition));

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do gỡ.");
        var target = Retirement == Retirement.Redirected ? await Target(stop) : null;
        var later = !string.IsNullOrEmpty(Day) || !string.IsNullOrEmpty(Clock);
        var at = later ? Hour.At(Day, Clock) : null;
        if (later && (at is null || at <= Hand.Now))
        {
            Problems.Add(new("Day", at is null ? "Ngày hoặc giờ gỡ chưa đủ. Bỏ trống cả hai nếu muốn gỡ ngay." : "Giờ gỡ phải ở phía trước. Bỏ trống nếu muốn gỡ ngay."));
        }
        if (Problems.Count > 0)
        {
            return null;
        }
        var withdrawal = new Withdrawal(Retirement, text, target);
        if (at is { } moment)
        {
            Edition.PlanWithdrawal(withdrawal, moment, Hand.Now);
            await Hand.SaveVerb("content-withdrawal-planned", Edition, stop, moment.ToString("O", CultureInfo.InvariantCulture));
            return Back($"Đã hẹn gỡ lúc {VietnamTime.Moment(moment)}.");
        }
        Hand.Record("content-withdrawn", Edition, text);
        await publishing.Withdraw(Edition, withdrawal, Hand.Me, stop);
        return Back("Đã gỡ.");
    }

    // A page of ours that readers can open, and not this one again.
    private async Task<string?> Target(CancellationToken stop)
    {
        var address = Hand.OwnAddress(MovedTo);
        if (address is null || !await Hand.IsRead(address, stop))
        {
            Problems.Add(new("MovedTo", "Hãy nhập địa chỉ một trang đang đăng của cổng, ví dụ /huong-dan/nop-ho-so."));
            return null;
        }
        var end = await publishing.EndOf(address, stop);
        if (end == Edition.Address)
        {
            Problems.Add(new("MovedTo", "Địa chỉ này dẫn về chính trang đang gỡ."));
            return null;
        }
        return end;
    }
}
