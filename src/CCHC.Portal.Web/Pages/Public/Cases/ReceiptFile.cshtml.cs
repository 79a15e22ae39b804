using System.Text;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The receipt as a small text file, which every telephone and computer opens.</summary>
[NeverCached]
public sealed class ReceiptFileModel(Receipts receipts, OwnCase own, Visit visit, PortalDb db, Translator t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (receipts.Held(Request) is not { IsSealed: false } held || await own.WasTakenBack(held, stop))
        {
            return RedirectToPage("Lookup");
        }
        var site = visit.Site.Profile;
        var answers = await held.Answers(db, stop);
        string[] lines =
        [
            t["Biên nhận phản ánh"] + " · " + site.BodyIn(visit.Culture),
            "",
            $"{t["Mã theo dõi"]}: {held.ReferenceCode}",
            $"{t["Mã bí mật"]}: {held.Secret}",
            "",
            t["Nhận lúc {0}.", visit.Moment(held.ReceivedAt)],
            $"{t["Hạn trả lời"]}: {(held.DueAt is { } due ? visit.LongDate(due) : t["Không đặt hạn cho góp ý, khen ngợi"])}",
            .. answers.Select(answer => $"{answer.LabelIn(visit.Culture)}: {answer.TextIn(visit.Culture)}"),
            $"{t["Xem kết quả tại"]}: {site.BaseUrl}/phan-anh/tra-cuu",
            site.Phone == "" ? "" : $"{t["Cần hỏi, gọi"]}: {site.Phone}",
            "",
            t["Ai có cả hai mã đều xem được phản ánh này. Đừng đưa mã bí mật cho người khác."],
        ];
        var text = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")).ToArray();
        return File(text, "text/plain; charset=utf-8", $"bien-nhan-{held.ReferenceCode}.txt");
    }
}
