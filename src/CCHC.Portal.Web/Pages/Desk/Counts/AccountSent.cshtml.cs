using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>Notes that a signed account left the house: when, under which number, to whom.</summary>
[Needs(Deed.SignFigures)]
public sealed class AccountSentModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const string Dates = "yyyy-MM-dd";

    [BindProperty] public string? SentOn { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? To { get; set; }
    public Unit Unit { get; private set; } = null!;
    public FigurePeriod Quarter { get; private set; }
    public FigureAccount Signed { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public string Back => $"{FigureFilter.Path}/bao-cao?ky={Quarter.Key}&don-vi={Uri.EscapeDataString(Unit.Code)}";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ky")] string? period, [FromQuery(Name = "don-vi")] string? code, CancellationToken stop)
    {
        if (!await Find(period, code, stop))
        {
            return NotFound();
        }
        (SentOn, Number, To) = ((Signed.SentOn ?? VietnamTime.Day(clock.GetUtcNow())).ToString(Dates, CultureInfo.InvariantCulture), Signed.SentNumber, Signed.SentTo);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "ky")] string? period, [FromQuery(Name = "don-vi")] string? code, CancellationToken stop)
    {
        if (!await Find(period, code, stop))
        {
            return NotFound();
        }
        ModelState.Clear();
        (Number, To) = (VietnameseText.CleanLine(Number), VietnameseText.CleanLine(To));
        var now = clock.GetUtcNow();
        if (!DateOnly.TryParseExact(SentOn, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on < VietnamTime.Day(Signed.SignedAt) || on > VietnamTime.Day(now))
        {
            Problems.Add(new Problem(nameof(SentOn), "Hãy chọn ngày gửi, từ ngày ký đến hôm nay."));
        }
        if (Number is not { Length: > 0 and <= 60 })
        {
            Problems.Add(new Problem(nameof(Number), "Hãy ghi số văn bản, không quá 60 ký tự."));
        }
        if (To is not { Length: > 0 and <= 200 })
        {
            Problems.Add(new Problem(nameof(To), "Hãy ghi gửi tới đâu, không quá 200 ký tự."));
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        Signed.Send(on, Number!, To!, visit.Me.PersonId);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "account-sent", Subject = Unit.Code + " " + Quarter.Key, Detail = Number! });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi nhận báo cáo đã gửi.";
        return LocalRedirect("~" + Back);
    }

    private async Task<bool> Find(string? period, string? code, CancellationToken stop)
    {
        if (visit.Site.UnitByCode(code) is not { } unit || !visit.Me.Can(Deed.SignFigures, new Subject(unit.Id)) || FigurePeriod.Read(period) is not { Span: FigureSpan.Quarter } quarter
            || await db.SignedAccount(unit.Id, quarter, stop) is not { } signed)
        {
            return false;
        }
        (Unit, Quarter, Signed) = (unit, quarter, signed);
        return true;
    }
}
