using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>Turns a published answer, already covered, into the draft of a question and answer for everybody.</summary>
[Needs(Deed.WriteContent)]
public sealed partial class MakeQuestionModel(PortalDb db, Visit visit, EditionAtHand hand) : PageModel
{
    private const int LongestAsked = 2000;

    public PublicAnswer Answer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(one => one.Id == id, stop) is not { } answer)
        {
            return NotFound();
        }
        Answer = answer;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(one => one.Id == id, stop) is not { } answer)
        {
            return NotFound();
        }
        var draft = new Question
        {
            AnsweredBy = visit.Site.UnitById(answer.UnitId)?.Name ?? "",
            AnsweredOn = answer.AnsweredOn,
            Asked = answer.Question.Length > LongestAsked ? answer.Question[..LongestAsked] : answer.Question,
            Text = Plain().Replace(answer.Answer, @"\$0"),
        };
        var edition = await hand.Begin(ContentTypes.Question, answer.Title, "", draft, stop);
        edition.Item!.MadeFrom = answer.Id;   // it goes when the sender takes the consent back
        await hand.Save(stop);
        TempData["Flash"] = "Đã tạo bản nháp hỏi – đáp. Hãy viết lại cho ai cũng dùng được rồi gửi duyệt.";
        return RedirectToPage("/Desk/Content/Edit", new { id = edition.Id });
    }

    // What an officer typed is no Markdown: its signs are meant as they stand.
    [GeneratedRegex(@"[\\`*_\[\]<>|~]|(?m:^[#>+\-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
