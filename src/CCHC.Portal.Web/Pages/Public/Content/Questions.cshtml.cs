using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Questions that hold for everybody, newest first.</summary>
public sealed class QuestionsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<(Edition Edition, Question Question)> Questions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Questions = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Question).ForReader(visit.Culture).Newest().Take(200).ToListAsync(stop)).Select(edition => (edition, edition.As<Question>()))];
}
