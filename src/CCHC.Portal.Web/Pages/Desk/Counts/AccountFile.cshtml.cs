using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The account of a quarter as the file that goes to the reporting system: the signed numbers and no others.</summary>
[Needs(Deed.ReadFigures)]
public sealed class AccountFileModel(PortalDb db, Visit visit, CountedCases counted, TimeProvider clock) : PageModel
{
    private static readonly string[] Head = ["Đơn vị", "Kỳ báo cáo", "Từ ngày", "Đến ngày", "STT", "Chỉ số", "Đơn vị tính", "Số liệu", "Người ký", "Ký ngày"];

    public async Task<IActionResult> OnGetAsync(string kind, [FromQuery(Name = "ky")] string? period, [FromQuery(Name = "don-vi")] string? code, CancellationToken stop)
    {
        if (!SheetResult.Knows(kind) || FigurePeriod.Read(period) is not { Span: FigureSpan.Quarter } quarter || counted.Units.FirstOrDefault(one => one.Code == code) is not { } unit
            || await db.SignedAccount(unit.Id, quarter, stop) is not { } signed)
        {
            return NotFound();
        }
        var signer = (await db.NamesOf([signed.SignedBy], stop)).GetValueOrDefault(signed.SignedBy, "Người đã rời");
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "account-exported", Subject = unit.Code + " " + quarter.Key });
        await db.SaveChangesAsync(stop);
        var rows = AccountRows.Of(signed.Line).Select((row, at) => new object?[]
        {
            unit.Name, quarter.Words, quarter.First, quarter.End.AddDays(-1), at + 1, row.Name, row.Unit, row.Value, signer, VietnamTime.Day(signed.SignedAt),
        });
        return new SheetResult($"bao-cao-pakn-{unit.Code.ToLowerInvariant()}-{quarter.Key}", kind, new SheetRows(Head, rows.ToAsyncEnumerable()));
    }
}
