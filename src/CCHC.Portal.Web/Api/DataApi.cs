using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Public.Promises;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Api;

/// <summary>/api/v1: what the portal publishes, as JSON and CSV for whoever wants to work with it. Reading only.</summary>
public static class DataApi
{
    public const string Root = "/api/v1", Total = "X-Total-Count";
    private const int MostOfCsv = 10_000;

    private static readonly IReadOnlyList<DataParameter> OfWithdrawals = [DataParameter.Page, DataParameter.Size, DataParameter.UpdatedSince], OfFigures = [DataParameter.Period, DataParameter.Language], OfLanguage = [DataParameter.Language];

    /// <summary>The query keys that make another answer.</summary>
    public static readonly string[] Keys = [.. DataSet.All.SelectMany(set => set.Parameters).Append(DataParameter.Period).Select(parameter => parameter.Name).Distinct()];

    /// <summary>A word nobody knows must be refused, not answered with what lies ready.</summary>
    public static string Variant(HttpContext context) => context.Request.Query.Any(pair => !Keys.Contains(pair.Key) || pair.Value.Count > 1) ? "?" : "";

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup(Root).WithTags("Dữ liệu mở / Open data").AllowAnonymous().CacheOutput(OpenData.ApiPolicy).RequireCors(OpenData.Cors).AddEndpointFilter(OpenData.Pace).AddEndpointFilter(Enter);
        Describe(api.MapGet("", Index), "Có những dữ liệu gì. / What open data there is.", OfLanguage, typeof(DataIndex));
        foreach (var set in DataSet.All)
        {
            var (page, item) = (typeof(DataPage<>).MakeGenericType(typeof(DataItem<>).MakeGenericType(set.Type.Body)), typeof(DataItem<>).MakeGenericType(set.Type.Body));
            Describe(api.MapGet("/" + set.Name, (HttpContext context, DataLists lists, CancellationToken stop) => List(set, context, lists, stop)), $"{set.Type.Vi}: danh sách, mới nhất trước. / {set.Type.En}: the list, newest first.", set.Parameters, page);
            Describe(api.MapGet($"/{set.Name}.csv", (HttpContext context, DataLists lists, CancellationToken stop) => Csv(set, context, lists, stop)), $"{set.Type.Vi}: bảng CSV, nhiều nhất {MostOfCsv} mục mới nhất; tiêu đề {Total} cho biết có bao nhiêu mục. / {set.Type.En} as CSV, the newest {MostOfCsv} things at most; the header {Total} tells how many there are.", OfCsv(set), null);
            Describe(api.MapGet($"/{set.Name}/{{id}}", (string id, HttpContext context, DataLists lists, CancellationToken stop) => One(set, id, context, lists, stop)), $"{set.Type.Vi}: một mục, theo mã hoặc tên bền vững. / {set.Type.En}: one, by id or key.", OfLanguage, item)
                .ProducesProblem(StatusCodes.Status404NotFound);
        }
        Describe(api.MapGet("/withdrawn", Withdrawn), "Những mục đã gỡ khỏi cổng, để nơi khác cũng gỡ bản sao. / What is no longer published, so that copies can go too.", OfWithdrawals, typeof(DataPage<DataWithdrawal>));
        Describe(api.MapGet("/figures/promises", Promises), "Bảng cam kết: phản ánh đã nhận, đúng hẹn, trễ hẹn theo đơn vị và kỳ. / The promise board: feedback received and answered on time, by unit and period.", OfFigures, typeof(DataPromises));
        Describe(api.MapGet("/figures/promises.csv", PromisesCsv), "Bảng cam kết, dạng CSV. / The promise board as CSV.", OfFigures, null);
        app.MapGet("/api/{**path}", () => NotThere()).AllowAnonymous().ExcludeFromDescription();
    }

    private static IReadOnlyList<DataParameter> OfCsv(DataSet set) => [.. set.Parameters.Except([DataParameter.Page, DataParameter.Size])];

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder door, string words, IReadOnlyList<DataParameter> parameters, Type? answer)
    {
        door.WithSummary(words).WithMetadata(new DataWords(parameters)).ProducesValidationProblem().ProducesProblem(StatusCodes.Status429TooManyRequests);
        return answer is null ? door.Produces(StatusCodes.Status200OK, typeof(string), "text/csv") : door.Produces(StatusCodes.Status200OK, answer);
    }

    // Before anything is looked up: only known words, and the language they ask for.
    private static async ValueTask<object?> Enter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (asked, refusal) = DataAsked.Of(http.Request, http.GetEndpoint()!.Metadata.GetRequiredMetadata<DataWords>().Parameters);
        if (refusal is not null)
        {
            return refusal;
        }
        var (site, language) = (http.Site()!, asked.Said("language")?.ToLowerInvariant() ?? (http.Request.PathBase.HasValue ? "en" : "vi"));
        http.RequestServices.GetRequiredService<Visit>().Begin(site, site.Profile.Cultures.Contains(language) ? language : "vi");
        http.Items[typeof(DataAsked)] = asked;
        return await next(context);
    }

    private static DataAsked Asked(this HttpContext context) => (DataAsked)context.Items[typeof(DataAsked)]!;

    private static IResult Index(DataLists lists, Visit visit)
    {
        var home = visit.Site.Profile.BaseUrl + Root;
        DataSetLine Line(string name, string title, bool csv) => new(name, title, $"{home}/{name}", csv ? $"{home}/{name}.csv" : null);
        return Tagged.Json(new DataIndex(visit.Site.Profile.NameIn(visit.Culture), lists.Licence, lists.Attribution, lists.Home + "/du-lieu-mo", home + "/openapi.json",
            [.. DataSet.All.Select(set => Line(set.Name, set.Type.NameIn(visit.Culture), true)), Line("figures/promises", visit.IsEnglish ? "Promise board" : "Bảng cam kết", true), Line("withdrawn", visit.IsEnglish ? "Withdrawn" : "Đã gỡ", false)]));
    }

    private static async Task<IResult> List(DataSet set, HttpContext context, DataLists lists, CancellationToken stop)
    {
        var asked = context.Asked();
        var (total, items) = await lists.Of(set, asked, (asked.Page - 1) * asked.Size, asked.Size, stop);
        return Paged(context, lists, total, items);
    }

    private static async Task<IResult> Withdrawn(HttpContext context, DataLists lists, CancellationToken stop)
    {
        var asked = context.Asked();
        var (total, items) = await lists.Withdrawn(asked, (asked.Page - 1) * asked.Size, asked.Size, stop);
        return Paged(context, lists, total, items);
    }

    private static IResult Paged<T>(HttpContext context, DataLists lists, int total, IReadOnlyList<T> items)
    {
        var asked = context.Asked();
        var last = Math.Max(1, (total + asked.Size - 1) / asked.Size);
        string At(int page) => context.Site()!.Profile.BaseUrl + context.Request.PathBase + context.Request.Path + QueryString.Create(context.Request.Query.Where(pair => pair.Key != "page").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())).Append(new("page", page.ToString(CultureInfo.InvariantCulture))));
        var links = new DataLinks(At(asked.Page), At(1), asked.Page > 1 ? At(Math.Min(asked.Page - 1, last)) : null, asked.Page < last ? At(asked.Page + 1) : null, At(last));
        context.Response.Headers.Link = string.Join(", ", new[] { ("first", links.First), ("prev", links.Previous), ("next", links.Next), ("last", links.Last) }.Where(link => link.Item2 is not null).Select(link => $"<{link.Item2}>; rel=\"{link.Item1}\""));
        return Tagged.Json(new DataPage<T>(lists.Licence, lists.Attribution, total, asked.Page, asked.Size, links, items));
    }

    private static async Task<IResult> One(DataSet set, string id, HttpContext context, DataLists lists, CancellationToken stop) => await lists.One(set, id, stop) is { } item ? Tagged.Json(item) : NotThere();

    private static async Task<IResult> Csv(DataSet set, HttpContext context, DataLists lists, CancellationToken stop)
    {
        var (total, items) = await lists.Of(set, context.Asked(), 0, MostOfCsv, stop);
        context.Response.Headers[Total] = total.ToString(CultureInfo.InvariantCulture);
        return Tagged.Csv(DataSheet.Of(set, items), set.Name + ".csv");
    }

    private static async Task<IResult> Promises(HttpContext context, DataLists lists, PromiseBoard promises, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        if (Period(context, clock) is not { } period)
        {
            return NoPeriod(clock);
        }
        var board = await promises.Of(visit.Site, period, stop);
        return Tagged.Json(new DataPromises(lists.Licence, lists.Attribution, board.Period.Key, board.Period.First, board.Period.End,
            visit.IsEnglish ? "null: not published because smaller than 5, or because such a number could be worked out from it." : "null: không công bố vì nhỏ hơn 5, hoặc vì có thể tính ngược ra một số như vậy.",
            [.. board.Lines.Append(board.Total).Select(line => Line(line, board, visit))]));
    }

    private static async Task<IResult> PromisesCsv(HttpContext context, PromiseBoard promises, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        if (Period(context, clock) is not { } period)
        {
            return NoPeriod(clock);
        }
        var board = await promises.Of(visit.Site, period, stop);
        return Tagged.Csv(DataSheet.Of([.. board.Lines.Append(board.Total).Select(line => Line(line, board, visit))]), $"promises-{period.Key}.csv");
    }

    // Only what can be chosen on the page: others would fill the cache.
    private static FigurePeriod? Period(HttpContext context, TimeProvider clock)
    {
        var periods = IndexModel.PeriodsUntil(VietnamTime.Day(clock.GetUtcNow()));
        return context.Asked().Said("period") is not { } said ? periods[0] : FigurePeriod.Read(said) is { } period && periods.Contains(period) ? period : null;
    }

    private static IResult NoPeriod(TimeProvider clock) => Results.ValidationProblem(new Dictionary<string, string[]>
    {
        ["period"] = [$"Có các kỳ: {string.Join(", ", IndexModel.PeriodsUntil(VietnamTime.Day(clock.GetUtcNow())).Select(period => period.Key))}. / These are the periods there are."],
    }, title: "Tham số chưa đúng. / A parameter is not right.", statusCode: StatusCodes.Status400BadRequest);

    private static DataPromise Line(BoardLine line, BoardTable board, Visit visit)
    {
        var (unit, isTotal) = (visit.Site.UnitById(line.UnitId), ReferenceEquals(line, board.Total));
        return new(isTotal ? "TONG" : unit?.Code ?? "TRIAGE", isTotal ? visit.IsEnglish ? "Total" : "Cộng" : unit?.NameIn(visit.Culture) ?? (visit.IsEnglish ? "Being sorted" : "Đang phân loại"),
            line.Received, line.OnTime, line.Late, line.Running, line.WithoutDay, line.Withdrawn, line.MedianDays, line.Rating);
    }

    private static IResult NotThere() => Results.Problem(title: "Không có ở đây. / Nothing is here.", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>The words an address of the API knows.</summary>
public sealed record DataWords(IReadOnlyList<DataParameter> Parameters);
