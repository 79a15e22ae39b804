using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.SearchWords;

/// <summary>The groups of words by which residents find what officials call otherwise.</summary>
[Needs(Deed.PublishContent)]
public sealed class IndexModel(PortalDb db) : PageModel
{
    public IReadOnlyList<WordGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Groups = [.. (await db.WordGroups.AsNoTracking().ToListAsync(stop)).OrderBy(group => group.OnlyAsks).ThenBy(group => group.Text, StringComparer.Ordinal)];
}
