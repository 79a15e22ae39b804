using CCHC.Portal.Content;
using CCHC.Portal.Web.Api;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.OpenData;

/// <summary>What data anybody may take from here, and how.</summary>
public sealed class IndexModel(Visit visit, DataLists lists) : PageModel
{
    public string Root { get; } = visit.Site.Profile.BaseUrl + DataApi.Root;
    public string Attribution { get; } = lists.Attribution;
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var counts = new Dictionary<string, int>();
        foreach (var set in DataSet.All)
        {
            counts[set.Name] = (await lists.Of(set, DataAsked.Nothing, 0, 0, stop)).Total;
        }
        Counts = counts;
    }

    /// <summary>What a word means, in the visitor's language.</summary>
    public string Say(DataParameter parameter) => visit.IsEnglish ? parameter.En : parameter.Vi;

    public string Say(ContentField field) => visit.IsEnglish ? field.En : field.Vi;
}
