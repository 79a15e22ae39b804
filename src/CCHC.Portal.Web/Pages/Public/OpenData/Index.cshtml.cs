using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Api;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.OpenData;

/// <summary>What data anybody may take from here, and how.</summary>
public sealed class IndexModel(PortalDb db, Visit visit, DataLists lists) : PageModel
{
    public string Root { get; } = visit.Site.Profile.BaseUrl + DataApi.Root;
    public string Attribution { get; } = lists.Attribution;
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken stop) =>
        Counts = await db.Editions.AsNoTracking().Live().Where(edition => edition.Culture == visit.Culture).GroupBy(edition => edition.Type).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop);

    /// <summary>What a word means, in the visitor's language.</summary>
    public string Say(DataParameter parameter) => visit.IsEnglish ? parameter.En : parameter.Vi;

    public string Say(ContentField field) => visit.IsEnglish ? field.En : field.Vi;
}
