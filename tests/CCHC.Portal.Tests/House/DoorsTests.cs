using System.Net;
using System.Text.RegularExpressions;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Tests.Web;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.House;

/// <summary>Every door of the portal, tried by everybody: strangers and one account of each role.</summary>
public sealed partial class DoorsTests(PortalHost portal)
{
    private IReadOnlyList<RouteEndpoint> Doors => [.. portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()];

    [Fact]
    public void Every_page_lies_with_the_public_or_says_which_deed_it_needs()
    {
        var broken = Doors.Where(door => PageOf(door) is { } page
                && !(page.StartsWith("/Public/", StringComparison.Ordinal) && IsOpen(door))
                && !(page.StartsWith("/Desk/", StringComparison.Ordinal) && Needs(door).Count > 0 && !IsOpen(door))
                && !(page.StartsWith("/Dev/", StringComparison.Ordinal) && IsOpen(door)))
            .Select(Name);

        Findings.None(broken);
        Assert.Contains(Doors, door => PageOf(door) is not null);
    }

    [Fact]
    public void What_is_not_a_page_says_that_it_is_for_everybody_or_which_deed_it_needs()
    {
        var silent = Doors.Where(door => PageOf(door) is null && !IsOpen(door) && Needs(door).Count == 0 && !IsTheDevelopersFallback(door)).Select(Name);

        Findings.None(silent);
    }

    [Fact]
    public void No_desk_page_is_kept_in_the_page_cache()
    {
        var kept = Doors.Where(door => PageOf(door)?.StartsWith("/Desk/", StringComparison.Ordinal) == true && door.Metadata.GetMetadata<OutputCacheAttribute>() is not null).Select(Name);

        Findings.None(kept);
    }

    [Fact]
    public void Each_role_has_an_account_to_try_the_doors_with() =>
        Assert.Empty(Enum.GetValues<Role>().Except(DemoPeople.All.Select(person => person.Role)));

    [Fact]
    public async Task A_stranger_is_shown_every_public_page_and_no_other()
    {
        var stranger = portal.Browser();
        var broken = new List<string>();
        foreach (var door in Gets())
        {
            var answer = await stranger.Get(AddressOf(door));
            if (!(IsOpen(door) ? IsShown(answer, door) : IsSentToSignIn(answer)))
            {
                broken.Add($"{Name(door)}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Findings.None(broken);
    }

    [Fact]
    public async Task Every_list_kept_for_everybody_lets_its_reader_say_what_is_wrong()
    {
        // Not to be read: the doors to feedback with the form to write ahead, and the plain and offline sheets which are whole pages elsewhere.
        string[] others = ["/phan-anh", "/phan-anh/to-cao", "/phan-anh/viet-truoc", "/duong-day-nong/van-ban", "/ngoai-tuyen"];
        var (reader, asked, silent) = (portal.Browser(), 0, new List<string>());
        foreach (var door in Gets().Where(door => PageOf(door)?.StartsWith("/Public/", StringComparison.Ordinal) == true && door.RoutePattern.Parameters.Count == 0 && !others.Contains(AddressOf(door))))
        {
            var answer = await reader.Get(AddressOf(door));
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.Headers.CacheControl?.NoStore == true)
            {
                continue;
            }
            asked++;
            if ((await answer.Read()).QuerySelector("a[href*='/y-kien/bao-sai?']")?.GetAttribute("href") is not { } link || (await reader.Get(link)).StatusCode != HttpStatusCode.OK)
            {
                silent.Add(Name(door));
            }
        }

        Findings.None(silent);
        Assert.True(asked > 20, $"{asked} lists");
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Each_role_finds_the_doors_open_that_its_deeds_need_and_no_other(Role role)
    {
        var (userName, _, _, _) = DemoPeople.All.First(person => person.Role == role);
        var officer = await portal.Browser().SignIn(userName);
        var broken = new List<string>();
        foreach (var door in Gets())
        {
            var may = IsOpen(door) || Needs(door).All(deed => Rights.Of(role, deed) != Reach.Nothing);
            var answer = await officer.Get(AddressOf(door));
            if (!(may ? IsShown(answer, door) : answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
            {
                broken.Add($"{Name(door)} as {role}: {(int)answer.StatusCode} {answer.Headers.Location}, expected to be {(may ? "shown" : "refused")}");
            }
        }

        Findings.None(broken);
    }

    [Fact]
    public async Task An_address_nobody_made_is_not_found_and_not_a_sign_in_page()
    {
        foreach (var address in new[] { "/khong-co", "/quan-trix", "/tin-tuc/khong-co-bai-nay", "/en/khong-co", "/.env", "/wp-login.php", "/khong-co.css", "/dist/khong-co.js" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_the_next_click()
    {
        var door = Gets().First(door => Needs(door).Contains(Deed.EnterDesk));
        var officer = await portal.Browser().SignIn("canbo.vp");
        try
        {
            await SetActive("canbo.vp", false);

            var answer = await officer.Get(AddressOf(door));

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            await SetActive("canbo.vp", true);
        }
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private Task<int> SetActive(string userName, bool isActive) => portal.Inside((_, db) =>
    {
        db.People.Single(person => person.UserName == userName).IsActive = isActive;
        return db.SaveChangesAsync();
    });

    private IEnumerable<RouteEndpoint> Gets() => Doors
        .Where(door => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
        .Where(door => !IsFileOfTheFrontEnd(door) && !IsCatchAll(door))
        .DistinctBy(AddressOf);

    private static bool IsShown(HttpResponseMessage answer, RouteEndpoint door) => !IsSentToSignIn(answer)
        && (answer.StatusCode is HttpStatusCode.OK || (int)answer.StatusCode is >= 300 and < 400
            || (answer.StatusCode is HttpStatusCode.NotFound && (AddressOf(door) != door.RoutePattern.RawText || IsLocalOnly(door)))
            || (answer.StatusCode is HttpStatusCode.ServiceUnavailable && door.RoutePattern.RawText == "/readyz")
            || (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity && PageOf(door) is null));

    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Unauthorized || answer.Headers.Location?.ToString().Contains("/dang-nhap?ve=", StringComparison.Ordinal) == true;   // with the way back: the gate sent them

    private static bool IsOpen(RouteEndpoint door) => door.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static List<Deed> Needs(RouteEndpoint door) => [.. door.Metadata.OfType<NeedsAttribute>().Select(needs => needs.Deed)];

    private static string? PageOf(RouteEndpoint door) => door.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;

    private static string Name(RouteEndpoint door) => $"{door.RoutePattern.RawText} ({PageOf(door) ?? door.DisplayName})";

    private static bool IsLocalOnly(RouteEndpoint door) => door.RoutePattern.RawText == "/metrics";

    private static bool IsFileOfTheFrontEnd(RouteEndpoint door) =>
        door.Metadata.Any(metadata => metadata.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    // Added by MapStaticAssets in Development only; it serves what the build put into wwwroot.
    private static bool IsTheDevelopersFallback(RouteEndpoint door) => door.RoutePattern.RawText == "{**path:file}";

    private static bool IsCatchAll(RouteEndpoint door) => door.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll);

    // A value of the right shape behind which there is nothing.
    private static string AddressOf(RouteEndpoint door)
    {
        var filled = Parameter().Replace(door.RoutePattern.RawText!, found =>
            found.Value.Contains(":guid", StringComparison.Ordinal) ? "0190a5a0-0000-7000-8000-000000000000"
            : found.Value.Contains(":int", StringComparison.Ordinal) ? "404"
            : found.Value.EndsWith("?}", StringComparison.Ordinal) ? ""
            : "khong-co");
        return "/" + filled.TrimStart('/');
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
