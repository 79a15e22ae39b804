using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>Every page of the desk, found by following its links, examined for people with other eyes, hands and screens.</summary>
public sealed partial class EverybodyCanUseTheDesk(Theatre theatre) : IAsyncDisposable
{
    // Who looks at which part of the desk.
    private static readonly (string Part, string UserName)[] Owners =
    [
        ("quan-tri/phan-anh", "daumoi"), ("quan-tri/noi-dung", "duyetbai"), ("quan-tri/kho-kin", "khokin"), ("quan-tri/thu-vien", "bientap"), ("quan-tri/so-lieu", "duyetbai"), ("quan-tri/gia-han", "lanhdao"), ("quan-tri", "quantri"), ("tai-khoan", "quantri"),
    ];

    // Only answers a form, or gives a file.
    private static readonly string[] NotPages =
    [
        "quan-tri/phan-anh/{code}/nhan", "quan-tri/phan-anh/{code}/nguoi-gui", "quan-tri/phan-anh/{code}/tep/{id:guid}", "quan-tri/kho-kin/{id:guid}/tep/{file:guid}", "quan-tri/kho-kin/{id:guid}/viet", "quan-tri/kho-kin/{id:guid}/giu",
        "quan-tri/thu-vien/{id:guid}/anh", "quan-tri/thu-vien/chon", "quan-tri/thu-vien/tai-len/{id:guid}", "quan-tri/thu-vien/{id:guid}/khoi-phuc",   // EditorUsesTheLibrary looks at them
        "quan-tri/noi-dung/anh/{name}", "quan-tri/noi-dung/nhung",
        "quan-tri/noi-dung/{id:guid}/nhap-word",   // only for a draft made of a Word file
        "quan-tri/noi-dung/moi/{type}/xem", "/quan-tri/noi-dung/moi/{type}/xem",   // only in the frame beside the form
        "quan-tri/so-lieu/luot-xem.csv",
        "quan-tri/noi-dung/can-ra-soat/{id:guid}", "quan-tri/noi-dung/ban-doc-bao/{id:guid}",   // only for a page overdue, or reported (ReaderSpeaks)
        "quan-tri/noi-dung/tu-luu",   // answers the script only
        "quan-tri/noi-dung/{id:guid}/huy-hen", "quan-tri/noi-dung/{id:guid}/hau-kiem",   // only with an hour to come, or after an emergency
        "quan-tri/phan-anh/{code}/nhan-lai", "quan-tri/phan-anh/{code}/duyet-gia-han",   // only for a case sent elsewhere, or with an extension asked for
        "quan-tri/phan-anh/{code}/ve-ai/{id:guid}/go",   // only for a case that is noted as about somebody
        "quan-tri/nguoi-dung/{id:guid}/mo-lai",   // only for an account that was closed
        "quan-tri/nguoi-dung/{id:guid}/dat-lai-xac-thuc",   // only for an account with a second factor
    ];

    private Visitor? visitor;

    [Theory]
    [InlineData("daumoi")]
    [InlineData("duyetbai")]
    [InlineData("khokin")]
    [InlineData("lanhdao")]
    [InlineData("bientap")]
    [InlineData("quantri")]
    public async Task Everybody_can_work_as(string userName)
    {
        await Something_waits_for(userName);
        visitor = await theatre.Visitor(1280);
        await visitor.Signs_in_as(userName);
        var pages = await Follows_every_link(userName);
        var examination = new Examination(visitor);

        foreach (var (_, address) in pages)
        {
            await visitor.Opens(address);
            await examination.Of(address);
        }

        examination.FoundNothing();
        Assert.Empty(Patterns(userName).Select(pattern => pattern.RawText!).Except(pages.Keys));
    }

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
    }

    private async Task Something_waits_for(string userName)
    {
        if (userName is not ("khokin" or "duyetbai"))
        {
            return;
        }
        await using var other = await theatre.Visitor(1280);
        if (userName == "duyetbai")
        {
            await other.Signs_in_as("bientap");
            await other.Hands_in_an_article(Sending.Words("Lịch tiếp công dân tháng tới"));
            await other.Begins_an_article(Sending.Words("Lịch tiếp công dân tháng sau nữa"));
            return;
        }
        await other.Opens("/phan-anh/gui?loai=Denunciation");
        await other.Says_what_happened(Sending.Words("Có người làm giả giấy tờ"), "Khác hoặc không rõ");
        await other.Goes_on_to("Bạn là ai?");
        await other.Goes_on_to("Xem lại trước khi gửi");
        await other.Agrees_and_sends();
        await Expect(other.Heading).ToHaveTextAsync("Tin của bạn đã vào kho kín");
    }

    /// <summary>One address for each kind of page in this person's part of the desk.</summary>
    private async Task<Dictionary<string, string>> Follows_every_link(string userName)
    {
        var mine = Patterns(userName);
        var found = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        var ahead = new Queue<string>(["/quan-tri", "/tai-khoan", "/quan-tri/noi-dung?tinh-trang=cho-duyet", "/quan-tri/noi-dung?tinh-trang=ban-nhap", "/quan-tri/noi-dung?tinh-trang=da-dang"]);
        while (ahead.TryDequeue(out var address))
        {
            var answer = await visitor!.Context.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
            if (answer.Status != 200 || !answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }
            if (mine.FirstOrDefault(pattern => Fits(pattern, address)) is { } kind)
            {
                found.TryAdd(kind.RawText!, address);
            }
            // A draft is handed in by a button that saves first; its page has no link.
            var links = Links().Matches(await answer.TextAsync()).Select(link => System.Net.WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
            links.AddRange(links.Where(link => link.StartsWith("/quan-tri/noi-dung/", StringComparison.Ordinal) && !link.Contains('?', StringComparison.Ordinal)).Select(link => link + "/gui-duyet").ToList());
            // A few of each kind from each page: a calendar alone names a hundred texts.
            foreach (var pattern in mine.Where(pattern => !found.ContainsKey(pattern.RawText!)))
            {
                foreach (var link in links.Where(link => Fits(pattern, link) && !seen.Contains(link)).Distinct().Take(3).ToList())
                {
                    seen.Add(link);
                    ahead.Enqueue(link);
                }
            }
        }
        return found;
    }

    private List<RoutePattern> Patterns(string userName) =>
        [.. theatre.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.StartsWith("/Desk/", StringComparison.Ordinal) == true)
            .Select(endpoint => endpoint.RoutePattern)
            .Where(pattern => !NotPages.Contains(pattern.RawText) && Owners.First(owner => pattern.RawText!.TrimStart('/').StartsWith(owner.Part, StringComparison.Ordinal)).UserName == userName)
            .DistinctBy(pattern => pattern.RawText)
            .OrderBy(pattern => pattern.RawText!.Count(letter => letter == '{'))];

    private static bool Fits(RoutePattern pattern, string address)
    {
        var path = "^/" + string.Join('/', pattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }] } => "[0-9a-f-]{36}",
            _ => "[^/]+",
        })) + "$";
        return Regex.IsMatch(address.Split('?')[0], path.Replace("/[^/]+$", pattern.RawText!.Contains("?}", StringComparison.Ordinal) ? "(/[^/]+)?$" : "/[^/]+$", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:href|action)=\"(/(?:quan-tri|tai-khoan)[^\"#]*)")]
    private static partial Regex Links();
}
