using System.Globalization;
using System.Text;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>The figures of the views page as a table for a spreadsheet.</summary>
[Needs(Deed.ReadViews)]
public sealed class ViewsFileModel(ViewFigures figures, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ngay")] int days, CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var first = today.AddDays(1 - (days == 7 ? 7 : 30));
        var table = new StringBuilder("\uFEFF");   // the mark by which spreadsheets know UTF-8
        Row(table, "Trang", "Địa chỉ", "Lượt xem", "Trong đó tiếng Anh");
        foreach (var line in await figures.MostOpened(first, 1_000, stop))
        {
            Row(table, line.Title, line.Address, line.Views.ToString(CultureInfo.InvariantCulture), line.English.ToString(CultureInfo.InvariantCulture));
        }
        Row(table, "", "", "", "");
        Row(table, "Ngày", "Lượt xem");
        foreach (var (day, views) in await figures.ByDay(first, today, stop))
        {
            Row(table, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), views.ToString(CultureInfo.InvariantCulture));
        }
        return File(Encoding.UTF8.GetBytes(table.ToString()), "text/csv; charset=utf-8", $"luot-xem-{first:yyyyMMdd}-{today:yyyyMMdd}.csv");
    }

    private static void Row(StringBuilder table, params string[] cells) => table.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text)
    {
        var plain = SheetText.Of(text);   // stays text to the spreadsheet
        return plain.AsSpan().IndexOfAny(",\"\r\n'") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
