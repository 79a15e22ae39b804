using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Says honestly where a dossier is looked up; this portal holds none (L4).</summary>
[NeverCached]
public sealed class DossierModel(PortalDb db, Visit visit) : PageModel
{
    public string Code { get; private set; } = "";
    public bool Wrong { get; private set; }
    public IReadOnlyList<ServiceStanding> Links { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "ma")] string? code, CancellationToken stop)
    {
        Code = VietnameseText.CleanLine(code);
        Wrong = Code.Length > 40 || Code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '/'));
        Response.StatusCode = Wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        // Those that answer first; of the others the page says so.
        Links = [.. (await db.Services(visit.Culture, stop)).Where(service => service.Link.Group is LinkGroup.National or LinkGroup.City).OrderBy(service => service.IsStopped)];
    }
}
