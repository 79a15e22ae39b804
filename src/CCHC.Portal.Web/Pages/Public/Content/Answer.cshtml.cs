using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Takes what a reader chose in a survey, until its day, and leads back to it; a device that answers again thinks again.</summary>
[NeverCached, IgnoreAntiforgeryToken]
public sealed class AnswerModel(ReaderDevice device, ReaderPaces paces, PortalDb db, TimeProvider clock) : PageModel
{
    public SurveyForm Form { get; private set; } = null!;
    public bool IsClosed { get; private set; }

    public IActionResult OnGet() => LocalRedirect(Url.Content("~/khao-sat"));

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "muc")] string? key, [FromForm(Name = "tieng")] string? culture, CancellationToken stop)
    {
        if (!ReaderDevice.CameFromOurPage(Request))
        {
            return BadRequest();
        }
        ModelState.Clear();
        if (!Guid.TryParseExact(key, "n", out var item) || await Texts(item, stop) is not { Count: > 0 } texts)
        {
            return NotFound();
        }
        var read = texts.Find(edition => edition.Culture == culture) ?? texts[0];
        var asked = (texts.Find(edition => edition.Culture == "vi") ?? read).As<Survey>();
        Form = new SurveyForm(read, read.As<Survey>(), Chosen(asked));
        if (!asked.IsOpen(VietnamTime.Day(clock.GetUtcNow())))
        {
            IsClosed = true;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        if (Form.Chosen.Count == 0)
        {
            ModelState.AddModelError("cau-0", "Hãy chọn ít nhất một câu trả lời");
            Form = Form with { Problem = "Hãy chọn ít nhất một câu trả lời" };
            return this.Invalid();
        }
        if (!paces.Votes.Allows(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }
        await Keep(item, asked, stop);
        return LocalRedirect(Url.Content("~" + read.Address) + "#da-nhan");
    }

    private Task<List<Edition>> Texts(Guid item, CancellationToken stop) =>
        db.Editions.AsNoTracking().Live().OfType(ContentTypes.Survey).Where(edition => edition.ItemId == item).OrderByDescending(edition => edition.Culture).ToListAsync(stop);

    // Kept in the Vietnamese words, whatever language the questions were read in; the mark is the same for all of them.
    private async Task Keep(Guid item, Survey asked, CancellationToken stop)
    {
        var mark = device.MarkFor(HttpContext, new ReadPage { Key = ReadPage.KeyOf(item), ItemId = item, Culture = "vi" }, "survey");
        foreach (var (at, number) in Form.Chosen)
        {
            var question = asked.Questions[at];
            await db.Keep(new SurveyAnswer { ItemId = item, Question = question.Ask, Choice = question.Choices[number], Device = mark }, stop);
        }
    }

    private Dictionary<int, int> Chosen(Survey asked) => asked.Questions.Select((question, at) => (at, question.Choices.Count, Typed: Request.Form[$"cau-{at}"].ToString()))
        .Where(one => int.TryParse(one.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < one.Count)
        .ToDictionary(one => one.at, one => int.Parse(one.Typed, CultureInfo.InvariantCulture));
}
