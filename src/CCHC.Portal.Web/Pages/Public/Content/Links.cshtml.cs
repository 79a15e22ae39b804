using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The outside systems where residents do things.</summary>
public sealed class LinksModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<IGrouping<LinkGroup, ServiceStanding>> Groups { get; private set; } = [];

    public static string Name(LinkGroup group) => group switch
    {
        LinkGroup.National => "Của cả nước",
        LinkGroup.City => "Của thành phố",
        LinkGroup.Source => "Nguồn tin được dẫn lại",
        _ => "Công cụ",
    };

    public async Task OnGetAsync(CancellationToken stop) =>
        Groups = [.. (await db.Services(visit.Culture, stop)).GroupBy(service => service.Link.Group).OrderBy(group => group.Key)];
}
