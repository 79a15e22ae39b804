using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Search;

/// <summary>Finds things, with marks or without (P12); the same answer as JSON for who asks for it.</summary>
[NeverCached]
public sealed class IndexModel(PortalDb db, SearchIndexes indexes, Thesauri thesauri, Visit visit, Frame frame, Translator t, SoughtRecord sought, TimeProvider clock) : PageModel
{
    private const int Size = 10, MostCharacters = 200;

    public string Query { get; private set; } = "";
    public Narrowed Narrowed { get; private set; } = null!;
    public SearchAnswer? Answer { get; private set; }
    public Pager Pager { get; private set; } = null!;
    public IReadOnlyList<FrameNumber> Numbers { get; private set; } = [];
    public IReadOnlyList<NarrowChoice> Choices { get; private set; } = [];

    /// <summary>The index is being filled: what is not found now may well be there.</summary>
    public bool IsBeingBuilt { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        Query = VietnameseText.CleanLine(query is { Length: > MostCharacters * 4 } ? query[..(MostCharacters * 4)] : query);
        Query = Query.Length > MostCharacters ? Query[..(char.IsHighSurrogate(Query[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] : Query;
        Narrowed = Narrowed.From(Request.Query);
        var wanted = Math.Max(1, Pager.Asked(page) ?? 1);
        if (Query != "")
        {
            await Find(wanted, stop);
        }
        Pager = new Pager(wanted, (int)(Answer?.Total ?? 0), null, Address(Narrowed), Size);
        Response.Headers.Append("Vary", "Accept");
        if (IsBeingBuilt && Answer?.Total is 0)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "2";
        }
        return PublicCache.WantsJson(Request) ? AsJson() : Page();
    }

    public string Address(Narrowed narrowed) => narrowed.AddressOf(Url.Content("~/tim-kiem"), Query);

    public string TypeName(string type) => ContentTypes.Find(type)?.NameIn(visit.Culture) ?? t["Phản ánh đã trả lời"];

    private async Task Find(int wanted, CancellationToken stop)
    {
        var index = indexes.Of(visit.Site.Id);
        var words = await thesauri.Of(visit.Site.Id, stop);
        var pinned = words.Pinned(Query, VietnamTime.Day(clock.GetUtcNow())).Select(item => (ContentSearch.Source, ContentSearch.KeyOf(item, visit.Culture))).ToList();
        Answer = index.Find(Narrowed.Ask(Query, visit.Culture, wanted, Size) with { Thesaurus = words, Pinned = pinned });
        IsBeingBuilt = index.IsBeingBuilt;
        if (Answer.Total == 0)
        {
            Numbers = await frame.Numbers(visit.Site.Id, visit.Culture);
        }
        if (!IsBeingBuilt && wanted == 1 && !Narrowed.IsAny)
        {
            sought.Note(Request, Query, Answer.Total > 0);
        }
        if (!PublicCache.WantsJson(Request))
        {
            Choices = [.. (await Named(Answer, stop)).Where(choice => choice.Values.Count > 1 || choice.Chosen is not null)];
        }
    }

    private async Task<List<NarrowChoice>> Named(SearchAnswer answer, CancellationToken stop)
    {
        var topics = answer.Of(Facet.Topic).Count == 0 ? [] : await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Topic).ForReader(visit.Culture).Select(e => new { e.Item!.Key, e.Title }).ToListAsync(stop);
        return
        [
            Choice("linh-vuc", t["Lĩnh vực"], Facet.Field, Narrowed.Field, field => Enum.TryParse<ProcedureField>(field, out var known) ? t[known.Vi()] : null),
            Choice("chu-de", t["Chủ đề"], Facet.Topic, Narrowed.Topic, key => topics.Find(topic => topic.Key == key)?.Title),
            Choice("don-vi", t["Đơn vị"], Facet.Unit, Narrowed.Unit, code => visit.Site.UnitByCode(code)?.NameIn(visit.Culture)),
            Choice("nam", t["Năm"], Facet.Year, Narrowed.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), year => year),
        ];

        NarrowChoice Choice(string key, string label, string facet, string? chosen, Func<string, string?> name)
        {
            var values = answer.Of(facet).Select(pair => (Value: pair.Key, Text: name(pair.Key), Count: pair.Value)).Where(one => one.Text is not null).Select(one => (one.Value, one.Text!, one.Count));
            return new(key, label, chosen, [.. facet == Facet.Year ? values.OrderByDescending(one => one.Value, StringComparer.Ordinal) : values.OrderByDescending(one => one.Count).ThenBy(one => one.Item2, StringComparer.Ordinal)]);
        }
    }

    private JsonResult AsJson() => new(new
    {
        query = Query,
        total = Answer?.Total ?? 0,
        took_ms = Answer?.TookMs ?? 0,
        results = (Answer?.Hits ?? []).Select(hit => new { title = hit.Title, url = Url.Content("~" + hit.Url), type = hit.Type, score = hit.Score }),
    })
    { StatusCode = Response.StatusCode };
}
