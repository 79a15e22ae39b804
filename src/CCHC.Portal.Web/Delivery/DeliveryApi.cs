using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace CCHC.Portal.Web.Delivery;

/// <summary>Umbraco's Content Delivery API v2 over this portal's published content, so that a front end made for Umbraco reads it.</summary>
public static class DeliveryApi
{
    public const string Root = "/umbraco/delivery/api/v2/content", StartItem = "Start-Item";
    private const int Usual = 10, Most = 1_000, MostIds = 100, MostDeep = 100, Broad = 2;

    /// <summary>The query keys that make another answer.</summary>
    public static readonly string[] Keys = ["fetch", "filter", "sort", "skip", "take", "expand", "fields", "id"];

    public static void Map(WebApplication app)
    {
        var content = app.MapGroup(Root).AllowAnonymous().CacheOutput(OpenData.DeliveryPolicy).RequireCors(OpenData.Cors).ExcludeFromDescription().AddEndpointFilter(OpenData.Pace).AddEndpointFilter(Enter);
        content.MapGet("", Query);
        content.MapGet("/item/{id:guid}", ById);
        content.MapGet("/item/{*path}", ByPath);
        content.MapGet("/items", ByIds);
        app.MapGet("/umbraco/{**path}", NotThere).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>What makes answers at one address differ: the language, the start item.</summary>
    public static string Variant(HttpContext context) => $"{CultureOf(context)}|{(IsStartItem(context) ? "" : "?")}";

    // The header has the last word; else the language stands in the address of the thing or in front of all.
    private static string CultureOf(HttpContext context)
    {
        var cultures = context.Site()!.Profile.Cultures;
        var asked = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant());
        var inPath = context.Request.PathBase.HasValue || (context.Request.Path.Value + "/").StartsWith(Root + "/item/en/", StringComparison.OrdinalIgnoreCase);
        return asked.FirstOrDefault(cultures.Contains) ?? (inPath && cultures.Contains("en") ? "en" : cultures[0]);
    }

    private static bool IsStartItem(HttpContext context) =>
        context.Request.Headers[StartItem].ToString().Trim('/') is var start && (start == "" || start.Equals(context.Site()!.Key, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(start, out var id) && id == context.Site()!.Id));

    private static async ValueTask<object?> Enter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.RequestServices.GetRequiredService<Visit>().Begin(http.Site()!, CultureOf(http));
        http.Response.Headers.Vary = new[] { HeaderNames.AcceptLanguage, StartItem };
        return IsStartItem(http) ? await next(context) : Results.Problem(title: "Start item not found", detail: "The Start-Item could not be found", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Query(HttpRequest request, Tree tree, Shape shape, CancellationToken stop)
    {
        var asked = request.Query;
        var query = TreeQuery.Of(asked["fetch"], asked["filter"], asked["sort"]);
        if (query.Problem is var (title, detail))
        {
            return Wrong(title, detail);
        }
        if (!Number(asked["skip"], 0, int.MaxValue, out var skip) || !Number(asked["take"], Usual, Most, out var take))
        {
            return Wrong("Paging not understood", $"'skip' and 'take' are whole numbers from 0; 'take' is at most {Most}");
        }
        if (Picked(request) is not var (expand, fields))
        {
            return NotRead();
        }
        if (expand.Depth > Broad && take > MostDeep)
        {
            return Wrong("Paging not understood", $"'take' is at most {MostDeep} where 'expand' goes deeper than {Broad} levels");
        }
        var found = query.On(await tree.All(stop));
        return Tagged.Json(new { total = found.Count, items = await Shaped([.. found.Skip(skip).Take(take)], tree, shape, expand, fields, stop) });
    }

    private static async Task<IResult> ById(Guid id, HttpRequest request, Tree tree, Shape shape, CancellationToken stop) =>
        Picked(request) is not var (expand, fields) ? NotRead()
        : await tree.Thing(id, stop) is { } thing ? await One(thing, shape, expand, fields, stop)
        : (await tree.All(stop)).FirstOrDefault(node => node.Id == id) is { } node ? Tagged.Json(shape.Of(node, fields)) : NotThere();

    private static async Task<IResult> ByPath(string? path, HttpContext context, Tree tree, Shape shape, CancellationToken stop)
    {
        if (Picked(context.Request) is not var (expand, fields))
        {
            return NotRead();
        }
        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        parts = parts is ["en", .. var rest] ? rest : parts;
        if (parts.Length < 2)
        {
            var sought = parts.Length == 0 ? tree.HomeId : ContentTypes.At(parts[0]) is { } section ? tree.SectionId(section) : Guid.Empty;
            return (await tree.All(stop)).FirstOrDefault(node => node.Id == sought) is { } node ? Tagged.Json(shape.Of(node, fields)) : NotThere();
        }
        if (parts.Length > 2 || ContentTypes.At(parts[0]) is not { } type)
        {
            return NotThere();
        }
        return await tree.At(type, parts[1], stop) is { } thing ? await One(thing, shape, expand, fields, stop)
            : await tree.Moved(type, parts[1], stop) is { } moved ? Elsewhere(context, moved) : NotThere();
    }

    private static async Task<IResult> ByIds(HttpRequest request, Tree tree, Shape shape, CancellationToken stop)
    {
        if (Picked(request) is not var (expand, fields))
        {
            return NotRead();
        }
        var said = request.Query["id"].OfType<string>().ToList();
        var ids = said.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        if (ids.Contains(Guid.Empty) || said.Count > MostIds)
        {
            return Wrong("Ids not understood", $"'id' is the GUID of a content item; at most {MostIds} at once");
        }
        var things = await tree.Items(ids, stop);
        return Tagged.Json(await shape.Whole([.. things.OrderBy(thing => ids.IndexOf(thing.ItemId))], expand, fields, stop));
    }

    private static async Task<IReadOnlyList<ApiContentResponse>> Shaped(IReadOnlyList<Node> nodes, Tree tree, Shape shape, Picks expand, Picks fields, CancellationToken stop)
    {
        var order = nodes.Select(node => node.Edition).OfType<Guid>().ToList();
        var things = (await shape.Whole(await tree.Things(order, stop), expand, fields, stop)).ToDictionary(thing => thing.Id);
        // What was replaced between the two questions is left out.
        return [.. nodes.Select(node => node.Edition is null ? shape.Of(node, fields) : things.GetValueOrDefault(node.Id)).OfType<ApiContentResponse>()];
    }

    private static async Task<IResult> One(Edition thing, Shape shape, Picks expand, Picks fields, CancellationToken stop) => Tagged.Json((await shape.Whole([thing], expand, fields, stop))[0]);

    private static IResult Elsewhere(HttpContext context, Edition moved)
    {
        context.Response.Headers["Location-Start-Item-Path"] = context.Site()!.Key;
        context.Response.Headers["Location-Start-Item-Id"] = context.Site()!.Id.ToString("D");
        return Results.LocalRedirect(Node.PathOf(moved.Culture, moved.Kind, moved.Slug), permanent: true);
    }

    private static (Picks Expand, Picks Fields)? Picked(HttpRequest request) =>
        Picks.Of(request.Query["expand"], Picks.Nothing) is { } expand && Picks.Of(request.Query["fields"], Picks.All) is { } fields ? (expand, fields) : null;

    private static bool Number(string? said, int unsaid, int most, out int number)
    {
        number = unsaid;
        return string.IsNullOrEmpty(said) || (int.TryParse(said, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) && number <= most);
    }

    private static IResult NotRead() => Wrong("Properties not understood", "'expand' and 'fields' are written as properties[$all] or properties[alias,alias[properties[alias]]]");

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IResult Wrong(string title, string detail) => Results.Problem(title: title, detail: detail, statusCode: StatusCodes.Status400BadRequest);
}
