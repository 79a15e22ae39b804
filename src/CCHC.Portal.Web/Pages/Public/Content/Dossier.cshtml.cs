using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Says honestly where a dossier is looked up; this portal holds none (L4).</summary>
[NeverCached]
public sealed class DossierModel(PortalDb db, Visit visit) : PageModel
{
    public string Code { get; private set; } = "";
    public bool Wrong { get; private set; }
    public IReadOnlyList<(Edition Edition, ServiceLink Link)> Links { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "ma")] string? code, CancellationToken stop)
    {
        Code = VietnameseText.CleanLine(code);
        Wrong = Code.Length > 40 || Code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '/'));
        Response.StatusCode = Wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        Links = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.ServiceLink).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (edition, link: edition.As<ServiceLink>())).Where(pair => pair.link.Group != LinkGroup.Tool && pair.link.State != LinkState.Stopped).OrderBy(pair => pair.link.Order)];
    }
}
