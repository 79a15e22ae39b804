using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The outside systems where residents do things.</summary>
public sealed class LinksModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<IGrouping<LinkGroup, (Edition Edition, ServiceLink Link)>> Groups { get; private set; } = [];

    public static string Name(LinkGroup group) => group switch
    {
        LinkGroup.National => "Của cả nước",
        LinkGroup.City => "Của thành phố",
        _ => "Công cụ",
    };

    public async Task OnGetAsync(CancellationToken stop) =>
        Groups = [.. (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.ServiceLink).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => (edition, link: edition.As<ServiceLink>())).OrderBy(pair => pair.link.Order).GroupBy(pair => pair.link.Group).OrderBy(group => group.Key)];
}
