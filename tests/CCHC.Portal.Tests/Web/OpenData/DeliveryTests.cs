using System.Net;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Web.Delivery;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.OpenData;

/// <summary>A front end made for Umbraco's Delivery API v2 finds here what it asks for there. The portal is its own: what is counted twice must not change between.</summary>
public sealed class DeliveryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Root = "/umbraco/delivery/api/v2/content";

    [Fact]
    public async Task An_item_has_the_names_and_the_nesting_of_Umbracos()
    {
        var birth = await Live("dang-ky-khai-sinh");

        var item = await Json($"{Root}/item/{birth.ItemId}");

        Assert.Equal(["contentType", "createDate", "cultures", "id", "name", "properties", "route", "updateDate"], Names(item).Order(StringComparer.Ordinal));
        Assert.Equal(("contentType", "cultures"), (Names(item)[0], Names(item)[^1]));
        Assert.Equal("procedure", item.GetProperty("contentType").GetString());
        Assert.Equal(birth.Title, item.GetProperty("name").GetString());
        Assert.Equal(birth.ItemId, item.GetProperty("id").GetGuid());
        Assert.EndsWith("Z", item.GetProperty("createDate").GetString(), StringComparison.Ordinal);
        Assert.Equal("/thu-tuc/dang-ky-khai-sinh/", item.GetProperty("route").GetProperty("path").GetString());
        Assert.Equal(["id", "path"], Names(item.GetProperty("route").GetProperty("startItem")));
        Assert.Equal("cat-hai", item.GetProperty("route").GetProperty("startItem").GetProperty("path").GetString());
        Assert.Equal(["en", "vi"], Names(item.GetProperty("cultures")).Order(StringComparer.Ordinal));
        Assert.StartsWith("/en/thu-tuc/", item.GetProperty("cultures").GetProperty("en").GetProperty("path").GetString(), StringComparison.Ordinal);
        var properties = item.GetProperty("properties");
        Assert.Equal(["markup", "blocks"], Names(properties.GetProperty("text")));
        var step = properties.GetProperty("steps").GetProperty("items")[0];
        Assert.Equal(["content", "settings"], Names(step));
        Assert.Equal("procedureStep", step.GetProperty("content").GetProperty("contentType").GetString());
        Assert.NotEqual("", step.GetProperty("content").GetProperty("properties").GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, step.GetProperty("settings").ValueKind);
        Assert.Equal(item.ToString(), (await Json($"{Root}/item/thu-tuc/dang-ky-khai-sinh")).ToString());
        Assert.Equal(item.ToString(), (await Json($"{Root}/item/thu-tuc/dang-ky-khai-sinh/")).ToString());
        Assert.Equal(item.ToString(), (await Json($"{Root}/items?id={birth.ItemId}"))[0].ToString());
    }

    [Fact]
    public async Task The_tree_is_walked_down_and_up_again()
    {
        var home = await Json($"{Root}/item/");
        var sections = await Json($"{Root}?fetch=children:/&take=100");
        var procedures = await Json($"{Root}?fetch=children:/thu-tuc&take=1000");
        var all = await Json($"{Root}?fetch=descendants:{home.GetProperty("id").GetGuid()}&take=0");
        var above = await Json($"{Root}?fetch=ancestors:thu-tuc/dang-ky-khai-sinh");

        Assert.Equal("home", home.GetProperty("contentType").GetString());
        Assert.Equal(ContentTypes.All.Count, sections.GetProperty("total").GetInt32());
        Assert.All(Items(procedures), item => Assert.Equal("procedure", item.GetProperty("contentType").GetString()));
        Assert.True(procedures.GetProperty("total").GetInt32() > 35);
        Assert.Equal((await Json($"{Root}?take=0")).GetProperty("total").GetInt32() - 1, all.GetProperty("total").GetInt32());
        Assert.Equal(["/", "/thu-tuc/"], Items(above).Select(item => item.GetProperty("route").GetProperty("path").GetString()));
        Assert.Equal(0, (await Json($"{Root}?fetch=children:/khong-co")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Filters_sorts_and_pages_hold()
    {
        var found = await Json($"{Root}?filter=contentType:procedure&filter=name:khai+sinh&sort=name:asc");
        var others = await Json($"{Root}?filter=contentType:!procedure&take=0");
        var both = await Json($"{Root}?filter=contentType:guide,hotline&sort=updateDate:desc&skip=1&take=3");
        var future = await Json($"{Root}?filter=createDate>:2126-01-01");
        var whole = await Json($"{Root}?filter=contentType:guide,hotline&sort=updateDate:desc&take=4");

        Assert.NotEqual(0, found.GetProperty("total").GetInt32());
        Assert.All(Items(found), item => Assert.Contains("khai sinh", item.GetProperty("name").GetString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal((await Json($"{Root}?take=0")).GetProperty("total").GetInt32(), others.GetProperty("total").GetInt32() + (await Json($"{Root}?filter=contentType:procedure&take=0")).GetProperty("total").GetInt32());
        Assert.Equal(Items(whole).Skip(1).Select(item => item.ToString()), Items(both).Select(item => item.ToString()));
        Assert.Equal(0, future.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_is_picked_comes_shallow_whole_when_expanded_and_only_the_fields_asked_for()
    {
        const string Birth = Root + "/item/thu-tuc/dang-ky-khai-sinh";

        var shallow = (await Json(Birth)).GetProperty("properties").GetProperty("relatedItems")[0];
        var expanded = (await Json(Birth + "?expand=properties[relatedItems[properties[topics]]]")).GetProperty("properties").GetProperty("relatedItems")[0];
        var few = (await Json(Birth + "?fields=properties[code,relatedItems[properties[summary]]]&expand=properties[relatedItems]")).GetProperty("properties");
        var article = Items(await Json($"{Root}?filter=contentType:article&take=50&expand=properties[cover]")).First(item => item.GetProperty("properties").GetProperty("cover").GetArrayLength() == 1);
        var cover = article.GetProperty("properties").GetProperty("cover")[0];

        Assert.Empty(Names(shallow.GetProperty("properties")));
        Assert.False(shallow.TryGetProperty("cultures", out _));
        Assert.NotEqual("", expanded.GetProperty("properties").GetProperty("summary").GetString());
        Assert.Equal(["code", "relatedItems"], Names(few));
        Assert.Equal(["summary"], Names(few.GetProperty("relatedItems")[0].GetProperty("properties")));
        Assert.Equal(["focalPoint", "crops", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties"], Names(cover));
        Assert.NotEqual("", cover.GetProperty("properties").GetProperty("altText").GetString());
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(cover.GetProperty("url").GetString()!)).StatusCode);
    }

    [Fact]
    public async Task However_many_things_are_expanded_the_database_is_asked_once_a_level()
    {
        var deep = Picks.Of("properties[$all[properties[$all[properties[$all]]]]]", Picks.Nothing)!;
        var few = await Asked(3, deep);
        var many = await Asked(40, deep);

        Assert.InRange(few, 3, 40);
        Assert.InRange(many, few - 6, few + 6);   // a level may be empty for the few
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get($"{Root}?take=100&filter=contentType:procedure&expand=properties[$all[properties[$all[properties[$all]]]]]&fields=properties[relatedItems]")).StatusCode);
    }

    [Fact]
    public async Task Languages_are_apart_and_what_is_not_translated_is_not_there()
    {
        var english = await Json($"{Root}/item/thu-tuc/dang-ky-khai-sinh", ("Accept-Language", "en-GB,en;q=0.9"));
        var byPath = await Json($"{Root}/item{english.GetProperty("route").GetProperty("path").GetString()}");
        var untranslated = await portal.Inside((_, db) => db.Editions.Live().OfType(ContentTypes.Procedure).Where(edition => edition.Culture == "vi" && !edition.Item!.Editions.Any(other => other.Culture == "en")).OrderBy(edition => edition.Id).FirstAsync());

        Assert.StartsWith("/en/", english.GetProperty("route").GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal(english.ToString(), byPath.ToString());
        Assert.Equal("vi", (await Json($"{Root}/item/thu-tuc/dang-ky-khai-sinh", ("Accept-Language", "fr, vi;q=0.5"))) is var item && item.GetProperty("route").GetProperty("path").GetString()!.StartsWith("/thu-tuc", StringComparison.Ordinal) ? "vi" : "");
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get($"{Root}/item/{untranslated.ItemId}", ("Accept-Language", "en"))).StatusCode);
        Assert.All(Items(await Json($"{Root}?take=1000", ("Accept-Language", "en"))), one => Assert.StartsWith("/en/", one.GetProperty("route").GetProperty("path").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_former_address_leads_on_and_what_is_over_is_not_listed()
    {
        var item = Guid.CreateVersion7().ToString("n")[^8..];
        await portal.Inside(async (services, db) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var first = Given.LiveEdition(slug: "cu-" + item, now: now);
            var second = Given.Edition(slug: "moi-" + item, item: first.Item, number: 2, inReview: true, now: now);
            second.Approve(Guid.CreateVersion7(), now);
            second.Publish(now, first);
            db.AddRange(first.Item!, first, second);
            services.GetRequiredService<Publishing>().Note(second);
            await db.SaveChangesAsync();
            await services.GetRequiredService<KeepIndexJob>().Run(services.GetRequiredService<IServiceScopeFactory>(), default);   // or what lies ready would count one less
            return 0;
        });

        var answer = await portal.Browser().Get($"{Root}/item/tin-tuc/cu-{item}");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"/tin-tuc/moi-{item}/", answer.Headers.Location!.ToString());
        Assert.Equal("cat-hai", answer.Header("Location-Start-Item-Path"));
        var gone = (await portal.Inside((_, db) => db.Editions.Live().OfType(ContentTypes.Procedure).ToListAsync())).First(edition => edition.Body.IsGone && edition.Culture == "vi");
        Assert.DoesNotContain(gone.ItemId, Items(await Json($"{Root}?filter=contentType:procedure&take=1000")).Select(one => one.GetProperty("id").GetGuid()));
        Assert.Equal(gone.ItemId, (await Json($"{Root}/item{gone.Address}")).GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("?fetch=siblings:/", "Selector option not found")]
    [InlineData("?filter=author:x", "Filter option not found")]
    [InlineData("?filter=createDate>hôm-qua", "Filter option not found")]
    [InlineData("?sort=name:sideways", "Sort option not found")]
    [InlineData("?take=-1", "Paging not understood")]
    [InlineData("?skip=x", "Paging not understood")]
    [InlineData("?take=100000", "Paging not understood")]
    [InlineData("?take=101&expand=properties[$all[properties[$all[properties[$all]]]]]", "Paging not understood")]
    [InlineData("?expand=properties[", "Properties not understood")]
    [InlineData("?fields=title", "Properties not understood")]
    [InlineData("?expand=properties[a[properties[a[properties[a[properties[a[properties[a[properties[a]]]]]]]]]]]", "Properties not understood")]
    [InlineData("/items?id=1", "Ids not understood")]
    public async Task What_is_not_understood_is_refused_as_problem_details(string asked, string title)
    {
        var answer = await portal.Browser().Get(Root + asked);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(title, JsonDocument.Parse(await answer.Text()).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_as_problem_details()
    {
        (string, (string, string)[])[] asked =
        [
            ($"{Root}/item/{Guid.CreateVersion7()}", []), ($"{Root}/item/khong-co", []), ($"{Root}/item/tin-tuc/khong-co", []), ($"{Root}/item/a/b/c/d", []), ("/umbraco/delivery/api/v1/content", []),
            (Root, [(DeliveryApi.StartItem, "nha-khac")]),
        ];
        foreach (var (address, headers) in asked)
        {
            var answer = await portal.Browser().Get(address, headers);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {(int)answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(Root, (DeliveryApi.StartItem, portal.Site.Id.ToString()))).StatusCode);
    }

    [Fact]
    public async Task Answers_are_kept_ready_tagged_open_to_any_site_and_anew_after_a_change()
    {
        var marked = "Tin cho giao diện rời " + Random.Shared.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var address = $"{Root}?filter=contentType:article&sort=createDate:desc&take=1";
        var first = await portal.Browser().Get(address, ("Origin", "https://front.example"));

        var again = await portal.Browser().Get(address, ("If-None-Match", first.Header("ETag")));
        var asked = await portal.Browser().Say(HttpMethod.Options, address, null, ("Origin", "https://front.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "start-item"));
        await portal.Publish(new Article(), marked);

        Assert.Equal("*", first.Header("Access-Control-Allow-Origin"));
        Assert.Contains("Accept-Language", first.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("*", asked.Header("Access-Control-Allow-Origin"));
        Assert.Contains("start-item", asked.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(marked, await (await portal.Browser().Get(address)).Text(), StringComparison.Ordinal);
        Assert.Equal("", (await portal.Browser().Get("/", ("Origin", "https://front.example"))).Header("Access-Control-Allow-Origin"));
    }

    // How many commands it takes to fill so many things.
    private Task<int> Asked(int take, Picks expand) => portal.Inside(async (services, db) =>
    {
        services.GetRequiredService<Visit>().Begin(portal.Site, "vi");
        var editions = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Procedure).Where(edition => edition.Culture == "vi").Include(edition => edition.Item).Include(edition => edition.Topics).OrderBy(edition => edition.Id).Take(take).ToListAsync();
        var count = new Commands();
        await using var counted = new PortalDb(new DbContextOptionsBuilder<PortalDb>(services.GetRequiredService<DbContextOptions<PortalDb>>()).AddInterceptors(count).Options, PortalServices.Model);
        counted.Enter(portal.Site.Id);
        await ActivatorUtilities.CreateInstance<Shape>(services, counted).Whole(editions, expand, Picks.All, default);
        return count.Seen;
    });

    private Task<Edition> Live(string slug) => portal.Inside((_, db) => db.Editions.Live().FirstAsync(edition => edition.Slug == slug && edition.Culture == "vi"));

    private async Task<JsonElement> Json(string address, params (string, string)[] headers)
    {
        var answer = await portal.Browser().Get(address, headers);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(await answer.Text()).RootElement;
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static List<string> Names(JsonElement thing) => [.. thing.EnumerateObject().Select(property => property.Name)];
}
