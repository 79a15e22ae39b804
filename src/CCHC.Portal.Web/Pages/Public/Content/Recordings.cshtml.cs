using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The recordings of the portal, newest first, with the way to the podcast.</summary>
public sealed class RecordingsModel(PortalDb db, Visit visit, MediaShelf shelf) : PageModel
{
    private const int Size = 20;

    public IReadOnlyList<ClipCard> Cards { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        var recordings = db.Editions.AsNoTracking().Live().OfType(ContentTypes.Audio).ForReader(visit.Culture);
        var count = await recordings.CountAsync(stop);
        var wanted = Pager.Within(Pager.Asked(page), count, Size);
        Pager = new Pager(wanted, count, null, Url.Content("~/am-thanh"), Size);
        var media = await shelf.Of(visit.Site.Id, stop);
        Cards = [.. (await recordings.Newest().Skip((wanted - 1) * Size).Take(Size).ToListAsync(stop)).Select(edition => ClipCard.Of(edition, media))];
    }
}
