using CCHC.Portal.Search;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Search;

/// <summary>Titles that begin as somebody types; nothing of what is typed is kept.</summary>
[NeverCached]
public sealed class SuggestModel(SearchIndexes indexes, Visit visit) : PageModel
{
    private const int Shortest = 2;

    public IActionResult OnGet([FromQuery(Name = "q")] string? query) =>
        new JsonResult(query?.Trim() is { Length: >= Shortest } typed ? indexes.Of(visit.Site.Id).Suggest(typed, visit.Culture) : []);
}
