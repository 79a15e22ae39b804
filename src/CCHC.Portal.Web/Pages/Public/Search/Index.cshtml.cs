using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Language;
using CCHC.Portal.Search;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CCHC.Portal.Web.Pages.Public.Search;

/// <summary>Finds things, with marks or without (P12); the same answer as JSON for who asks for it.</summary>
[NeverCached]
public sealed class IndexModel(SearchIndexes indexes, Thesauri thesauri, Visit visit, Frame frame, PageCounter counter, TimeProvider clock) : PageModel
{
    private const int Size = 10, MostCharacters = 200;

    public string Query { get; private set; } = "";
    public string? Type { get; private set; }
    public SearchAnswer? Answer { get; private set; }
    public Pager Pager { get; private set; } = null!;
    public IReadOnlyList<FrameNumber> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "loai")] string? type, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query);
        Query = Query.Length > MostCharacters ? Query[..MostCharacters] : Query;
        Type = ContentTypes.Find(type)?.Key ?? (type == CCHC.Portal.Cases.AnswerSearch.Type ? type : null);
        var wanted = Math.Max(1, Pager.Asked(page) ?? 1);
        if (Query != "")
        {
            Answer = indexes.Of(visit.Site.Id).Find(new SearchQuery(Query, visit.Culture, wanted, Size, Type) { Thesaurus = await thesauri.Of(visit.Site.Id, stop) });
            if (Answer.Total == 0)
            {
                Numbers = await frame.Numbers(visit.Site.Id, visit.Culture);
                Remember();
            }
        }
        Pager = new Pager(wanted, (int)(Answer?.Total ?? 0), null, Address(Type), Size);
        return PublicCache.WantsJson(Request) ? AsJson() : Page();
    }

    // For the editors: what people look for and the portal does not have.
    private void Remember()
    {
        if (Type is null && !indexes.Of(visit.Site.Id).IsFresh && !Startup.SignIn.HasDeskCookie(Request) && !Robots.Are(Request.Headers.UserAgent) && EmptySearch.Keepable(Query) is { } words)
        {
            counter.Add(new SoughtWords(visit.Site.Id, VietnamTime.Day(clock.GetUtcNow()), visit.Culture, words));
        }
    }

    public string Address(string? type) => QueryHelpers.AddQueryString(Url.Content("~/tim-kiem"),
        new Dictionary<string, string?> { ["q"] = Query, ["loai"] = type }.Where(pair => pair.Value is not null));

    private JsonResult AsJson() => new(new
    {
        query = Query,
        total = Answer?.Total ?? 0,
        took_ms = Answer?.TookMs ?? 0,
        instead = Answer?.Instead,
        results = (Answer?.Hits ?? []).Select(hit => new { title = hit.Title, url = Url.Content("~" + hit.Url), type = hit.Type, score = hit.Score }),
    });
}
