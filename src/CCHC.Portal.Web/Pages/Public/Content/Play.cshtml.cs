using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>A film that lies elsewhere, played in a frame after the visitor asked for it: the one page whose policy lets that one host in.</summary>
[NeverCached]
public sealed class PlayModel(PortalDb db, Visit visit, MediaSettings settings) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public VideoHost Host { get; private set; } = null!;
    public string Frame { get; private set; } = "";
    public string Link { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var edition = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Video).ForReader(visit.Culture).FirstOrDefaultAsync(e => e.Slug == slug, stop);
        if (edition?.As<Video>().Link is not { Length: > 0 } link || VideoHost.Of(link, settings.VideoHosts) is not { } host || host.FrameOf(link) is not { } frame)
        {
            return NotFound();
        }
        (Edition, Host, Frame, Link) = (edition, host, frame, link);
        SecurityHeaders.LetIn(Response, new Uri(frame).GetLeftPart(UriPartial.Authority));
        return Page();
    }
}
