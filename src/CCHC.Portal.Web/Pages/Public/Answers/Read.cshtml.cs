using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Answers;

/// <summary>One published question with its answer; gone (410) as soon as it was taken away.</summary>
public sealed class ReadModel(PortalDb db, Visit visit) : PageModel
{
    public PublicAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<PublicPicture> Pictures { get; private set; } = [];
    public string UnitName => visit.Site.UnitById(Answer.UnitId)?.NameIn(visit.Culture) ?? "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await db.PublicAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.Slug == slug, stop) is not { } found || found.DecidedAt is null || found.State == PublicAnswerState.Refused)
        {
            return NotFound();   // never was public
        }
        Answer = found;
        Pictures = await db.PublicPictures.AsNoTracking().Where(picture => picture.AnswerId == found.Id).OrderBy(picture => picture.Id).ToListAsync(stop);
        return found.State == PublicAnswerState.Published ? Page() : StatusCode(StatusCodes.Status410Gone);
    }

    public static IEnumerable<string> Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
