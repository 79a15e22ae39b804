using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Approves a text for an hour to come; never its own author's.</summary>
[Needs(Deed.PublishContent)]
public sealed class ScheduleModel(EditionAtHand hand, Publishing publishing) : PageModel
{
    [BindProperty] public string? Day { get; set; }
    [BindProperty] public string? Hour { get; set; }
    [BindProperty] public int Version { get; set; }
    public Edition Edition { get; private set; } = null!;
    public string? WhyNot { get; private set; }
    public bool Overtaken { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await Open(id, stop) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } answer)
        {
            return answer;
        }
        if (Edition.Version != Version)
        {
            Overtaken = true;
            return this.Overtaken();
        }
        var at = Wanted();
        if (at is null || at <= hand.Now)
        {
            Problems.Add(new("Day", at is null ? "Hãy chọn ngày và giờ đăng." : "Giờ đăng phải ở phía trước. Muốn đăng ngay thì chọn Duyệt đăng."));
        }
        if (at is not { } moment || Problems.Count > 0 || WhyNot is not null)
        {
            return this.Invalid();
        }
        Edition.Schedule(hand.Me, moment, hand.Now);
        await hand.SaveVerb("content-scheduled", Edition, stop, moment.ToString("O", CultureInfo.InvariantCulture));
        TempData["Flash"] = $"Đã hẹn đăng lúc {VietnamTime.Moment(moment)}.";
        return RedirectToPage("Index");
    }

    private DateTimeOffset? Wanted() =>
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(Hour, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? VietnamTime.At(day, hour) : null;

    // The answer when there is nothing to do here; else null.
    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        Edition = edition;
        WhyNot = await publishing.WhyNotApprovedBy(edition, hand.Me, stop);
        return edition.State == EditionState.InReview ? null : RedirectToPage("Edit", new { id });
    }
}
