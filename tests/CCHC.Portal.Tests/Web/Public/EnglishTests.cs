using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Portal.Tests.House;

namespace CCHC.Portal.Tests.Web.Public;

/// <summary>The English side of every public page: its frame is English, what is not translated says so and is marked as Vietnamese.</summary>
public sealed partial class EnglishTests(QuietPortal quiet)
{
    private readonly PortalHost portal = quiet.Portal;

    // Words no English sentence has; two of them in one text are a Vietnamese sentence, a name has none or one.
    private static readonly HashSet<string> Vietnamese = [.. "của và là không được cho các với trong này những một có để khi thì ở đã đang sẽ người việc nơi từ đến theo tại hoặc về chưa phải bạn hãy gửi xem".Split(' ').Where(word => word.Any(letter => letter > 127))];

    private static readonly HashSet<string> Untranslated = [.. JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.Under("src", "CCHC.Portal.Web", "Kit", "en.json")))!.Where(pair => pair.Key != pair.Value).Select(pair => pair.Key)];

    [Fact]
    public async Task No_page_under_en_has_a_Vietnamese_frame_and_none_is_empty()
    {
        var (found, one, paths) = (new List<string>(), portal.Browser(), await Paths());
        Assert.True(paths.Count > 150, $"{paths.Count} addresses");
        foreach (var path in paths)
        {
            var answer = await one.Get("/en" + (path == "/" ? "" : path));
            if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently)
            {
                continue;
            }
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                found.Add($"{path}: {(int)answer.StatusCode}");
                continue;
            }
            var page = await answer.Read();
            if (page.DocumentElement.GetAttribute("lang") != "en" || (page.QuerySelector("h1")?.TextContent.Trim() ?? "") == "" || page.QuerySelector("main")!.TextContent.Trim().Length < 80)
            {
                found.Add($"{path}: empty, or not said to be English");
            }
            found.AddRange(Said(page.DocumentElement).Where(IsVietnamese).Distinct().Select(text => $"{path}: {text}"));
        }
        Findings.None(found);
    }

    [Fact]
    public async Task A_page_in_one_language_is_offered_in_that_one_and_a_translated_page_in_both()
    {
        var both = await Alternates("/huong-dan/kich-hoat-vneid");
        var bothInEnglish = await Alternates("/en/huong-dan/kich-hoat-vneid");
        var one = await Alternates("/huong-dan/chu-ky-so");
        var oneInEnglish = await Alternates("/en/huong-dan/chu-ky-so");

        string[] expected = ["vi:/huong-dan/kich-hoat-vneid", "en:/en/huong-dan/kich-hoat-vneid", "x-default:/huong-dan/kich-hoat-vneid"];
        Assert.Equal([.. expected, "canonical:/huong-dan/kich-hoat-vneid"], both);
        Assert.Equal([.. expected, "canonical:/en/huong-dan/kich-hoat-vneid"], bothInEnglish);
        Assert.Equal(["vi:/huong-dan/chu-ky-so", "x-default:/huong-dan/chu-ky-so", "canonical:/huong-dan/chu-ky-so"], one);
        Assert.Equal(one, oneInEnglish);
        var page = await (await portal.Browser().Get("/en/huong-dan/chu-ky-so")).Read();
        Assert.NotNull(page.QuerySelector("main .lang-note"));
        Assert.Equal("vi", page.QuerySelector("main h1")!.Closest("[lang]")!.GetAttribute("lang"));
    }

    // Every public address, without its language.
    private async Task<IReadOnlyList<string>> Paths() =>
        [.. (await portal.Places()).Select(place => place.AbsolutePath).Where(path => path != "/en").Select(path => path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path).Append("/phan-anh/gui").Append("/so-do-trang").Append("/an-toan-thong-tin/tu-kiem-tra").Distinct()];

    private async Task<List<string>> Alternates(string path)
    {
        var page = await (await portal.Browser().Get(path)).Read();
        var site = portal.Site.Profile.BaseUrl;
        return [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => $"{link.GetAttribute("hreflang")}:{link.GetAttribute("href")![site.Length..]}"), "canonical:" + page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")![site.Length..]];
    }

    // What a page says in its own language: texts and the attributes read aloud, leaving out what is marked as another language.
    private static IEnumerable<string> Said(IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                yield return text.Data.Trim();
            }
            else if (child is IElement { LocalName: not ("script" or "style") } inner && inner.GetAttribute("lang") is null or "en")
            {
                foreach (var said in new[] { "aria-label", "alt", "title", "placeholder", "content" }.Select(inner.GetAttribute).OfType<string>().Concat(Said(inner)))
                {
                    yield return said;
                }
            }
        }
    }

    private static bool IsVietnamese(string text) => Untranslated.Contains(text) || Word().Matches(text).Select(found => found.Value.ToLowerInvariant()).Count(Vietnamese.Contains) >= 2;

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
