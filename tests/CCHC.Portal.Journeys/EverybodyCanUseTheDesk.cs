using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>Every page of the desk, found by following its links, examined for people with other eyes, hands and screens.</summary>
public sealed partial class EverybodyCanUseTheDesk(Theatre theatre) : IAsyncDisposable
{
    // Who looks at which part of the desk.
    private static readonly (string Part, string UserName)[] Owners =
    [
        ("quan-tri/phan-anh/{code}/duyet-gia-han", "lanhdao"), ("quan-tri/phan-anh", "daumoi"), ("quan-tri/tiep-nhan", "daumoi"), ("quan-tri/mau-tra-loi", "daumoi"), ("quan-tri/noi-dung", "duyetbai"), ("quan-tri/thu-tuc", "duyetbai"), ("quan-tri/van-ban", "duyetbai"), ("quan-tri/so-lieu-mot-cua", "duyetbai"), ("quan-tri/chi-so", "duyetbai"), ("quan-tri/niem-yet", "duyetbai"), ("quan-tri/kho-kin", "khokin"), ("quan-tri/chu-tim-kiem", "duyetbai"), ("quan-tri/thu-vien", "bientap"), ("quan-tri/so-lieu/phan-anh", "lanhdao"), ("quan-tri/nhat-ky", "quantri"), ("quan-tri/so-lieu", "duyetbai"), ("quan-tri/gia-han", "lanhdao"), ("quan-tri/vuong-mac", "lanhdao"), ("quan-tri/cong-khai", "daumoi"), ("quan-tri/du-lieu-ca-nhan", "daumoi"), ("quan-tri/tin-nhan", "daumoi"), ("quan-tri/lien-thong/{peer}/nhan-tep", "daumoi"), ("quan-tri/thu-den", "daumoi"), ("quan-tri", "quantri"), ("tai-khoan", "quantri"),
    ];

    // Only answers a form, or gives a file.
    private static readonly string[] NotPages =
    [
        "quan-tri/phan-anh/{code}/chuyen-kho-kin",   // only for a case that reads like a denunciation (MoveInTests)
        "quan-tri/du-lieu-ca-nhan/{id:guid}", "quan-tri/cong-khai/{id:guid}/soan-hoi-dap", "quan-tri/cong-khai/{id:guid}/anh/{picture:guid}", "quan-tri/cong-khai/{id:guid}", "quan-tri/phan-anh/{code}/de-nghi-cong-khai", "quan-tri/phan-anh/{code}/tiep-thu",   // only with a consent: CitizenIsPublished looks at them
        "quan-tri/phan-anh/{code}/nhan", "quan-tri/phan-anh/{code}/nguoi-gui", "quan-tri/phan-anh/{code}/tep/{id:guid}", "quan-tri/kho-kin/{id:guid}/tep/{file:guid}", "quan-tri/kho-kin/{id:guid}/viet", "quan-tri/kho-kin/{id:guid}/giu", "quan-tri/kho-kin/{id:guid}/nguoi-gui",
        "quan-tri/so-lieu/phan-anh/bao-cao/tep/{kind}", "quan-tri/so-lieu/phan-anh/bao-cao/da-gui",   // a file; only for an account that was signed: CountsTests
        "quan-tri/thu-vien/{id:guid}/anh", "quan-tri/thu-vien/chon", "quan-tri/thu-vien/tai-len/{id:guid}", "quan-tri/thu-vien/{id:guid}/khoi-phuc",   // EditorUsesTheLibrary looks at them
        "quan-tri/noi-dung/anh/{name}", "quan-tri/noi-dung/nhung",
        "quan-tri/noi-dung/{id:guid}/nhap-word",   // only for a draft made of a Word file
        "quan-tri/noi-dung/moi/{type}/xem", "/quan-tri/noi-dung/moi/{type}/xem",   // only in the frame beside the form
        "quan-tri/giam-sat/{id:guid}", "quan-tri/phan-anh/{code}/neu-guong",   // observers only; praise with consent only: ObserverTests
        "quan-tri/luu-giu/{id:guid}",   // only with something past its time: RetentionPagesTests looks at it
        "quan-tri/so-lieu/luot-xem.csv",
        "quan-tri/lien-thong/{peer}/tep", "quan-tri/lien-thong/{peer}/thu-lai", "quan-tri/lien-thong/{peer}/da-giao", "quan-tri/lien-thong/{peer}/da-xem",
        "quan-tri/thu-tuc/xuat", "quan-tri/thu-tuc/nhap/{id:guid}",   // a file, and what only its sender sees
        "quan-tri/noi-dung/tu-luu",   // answers the script only
        "quan-tri/noi-dung/{id:guid}/huy-hen", "quan-tri/noi-dung/{id:guid}/hau-kiem",   // only with an hour to come, or after an emergency
        "quan-tri/phan-anh/{code}/ve-ai/{id:guid}/go",   // only for a case that is noted as about somebody
        "quan-tri/phan-anh/{code}/tra-loi/tu-luu", "quan-tri/phan-anh/{code}/ban-goc",
        "quan-tri/phan-anh/{code}/duyet-tra-loi", "quan-tri/phan-anh/{code}/gop-phan", "quan-tri/phan-anh/{code}/tach", "quan-tri/tiep-nhan/bien-nhan",   // OfficersTellTheirStories looks at them
        "quan-tri/nguoi-dung/{id:guid}/mo-lai",   // only for an account that was closed
        "quan-tri/nguoi-dung/{id:guid}/dat-lai-xac-thuc",   // only for an account with a second factor
    ];

    private readonly List<string> waiting = [];
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
        switch (userName)
        {
            case "duyetbai":
                await Texts_wait();
                break;
            case "khokin":
                await A_denunciation_waits();
                break;
            case "quantri":
                await A_body_is_connected();
                await An_incident_is_open();
                break;
            case "daumoi":
                await A_body_is_connected();
                waiting.Add("/quan-tri/lien-thong/1022");
                await A_case_waits((feedback, services, officer, site, now) => feedback.HandOver(site.Units.First(unit => unit.Kind == UnitKind.External).Id, "Thuộc điện lực.", officer, now, site.Calendar));
                break;
            case "lanhdao":
                await A_case_waits((feedback, services, officer, _, now) => services.GetRequiredService<PortalDb>().Add(Extension.Ask(feedback, 3, "Chờ đo đạc lại.", officer, now)));
                await An_obstacle_waits();
                break;
        }
    }

    private Task An_incident_is_open() => theatre.Portal.Inside(async (_, db, _, now) =>
    {
        db.Incidents.Add(new Incident { DiscoveredAt = now.AddHours(-3), What = Sending.Words("Gửi nhầm thư"), Touched = "Tên của ba người (mẫu).", RecordedBy = Guid.CreateVersion7(), RecordedAt = now });
        await db.SaveChangesAsync();
    });

    private Task An_obstacle_waits() => theatre.Portal.Inside(async (_, db, site, now) =>
    {
        db.Obstacles.Add(new Obstacle { UnitId = site.UnitByCode("KT")!.Id, Task = Sending.Words("Số hóa hồ sơ đất đai"), Text = "Thiếu máy quét khổ A3.", By = Guid.CreateVersion7(), At = now, Due = DateOnly.FromDateTime(now.UtcDateTime).AddDays(5) });
        await db.SaveChangesAsync();
    });

    private Task A_body_is_connected() => theatre.Portal.Inside(async (_, db, _, _) =>
    {
        if (!await db.ExchangePeers.AnyAsync(peer => peer.Code == "1022"))
        {
            db.ExchangePeers.Add(new ExchangePeer { Code = "1022", Name = "Tổng đài 1022 (mẫu)" });
        }
        await db.SaveChangesAsync();
    });

    private async Task A_denunciation_waits()
    {
        await using var other = await theatre.Visitor(1280);
        await other.Opens("/phan-anh/gui?loai=Denunciation");
        await other.Says_what_happened(Sending.Words("Có người làm giả giấy tờ"), "Khác hoặc không rõ");
        await other.Goes_on_to("Bạn là ai?");
        await other.Goes_on_to("Xem lại trước khi gửi");
        await other.Agrees_and_sends();
        await Expect(other.Heading).ToHaveTextAsync("Tin của bạn đã vào kho kín");
    }

    /// <summary>One handed in, one begun, a page nobody looked at for years, and one a reader found a mistake on.</summary>
    private async Task Texts_wait()
    {
        await using var other = await theatre.Visitor(1280);
        await other.Signs_in_as("bientap");
        await other.Hands_in_an_article(Sending.Words("Lịch tiếp công dân tháng tới"));
        await other.Begins_an_article(Sending.Words("Lịch tiếp công dân tháng sau nữa"));
        await theatre.Portal.Inside(async (_, db, _, now) =>
        {
            var edition = await db.Editions.Live().Include(edition => edition.Item).FirstAsync(edition => edition.Type == "article" && edition.Culture == "vi");
            (edition.Item!.CheckedOn, edition.Item.CheckEveryMonths) = (new DateOnly(2020, 1, 1), 6);
            db.Add(new MistakeReport { Page = ReadPage.Of(edition), Kind = MistakeKind.NumberDead, Text = "Số máy không ai nghe.", Device = Sending.Words("máy"), At = now });
            await db.SaveChangesAsync();
        });
    }

    private Task A_case_waits(Action<Feedback, IServiceProvider, Guid, SiteMap, DateTimeOffset> happened) => theatre.Portal.Inside(async (services, db, site, now) =>
    {
        var receipt = await services.GetRequiredService<Intake>().Receive(site, new IncomingMessage
        {
            IdempotencyKey = Guid.CreateVersion7().ToString("n"),
            Kind = FeedbackKind.Report,
            Field = FeedbackField.Construction,
            Message = Sending.Words("Đèn đường đoạn dốc không sáng"),
            ProvedHuman = true,
        }, default);
        var feedback = await db.Feedback.Include(one => one.Events).SingleAsync(one => one.ReferenceCode == receipt.ReferenceCode);
        var officer = await db.People.SingleAsync(person => person.UserName == "canbo.kt");
        happened(feedback, services, officer.Id, site, now);
        waiting.Add($"/quan-tri/phan-anh/{feedback.ReferenceCode}");
        await db.SaveChangesAsync();
    });

    /// <summary>One address for each kind of page in this person's part of the desk.</summary>
    private async Task<Dictionary<string, string>> Follows_every_link(string userName)
    {
        var mine = Patterns(userName);
        var found = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        var ahead = new Queue<string>(["/quan-tri/phan-anh/hang-loat?ca=1", "/quan-tri", "/tai-khoan", "/quan-tri/noi-dung?tinh-trang=cho-duyet", "/quan-tri/noi-dung?tinh-trang=ban-nhap", "/quan-tri/noi-dung?tinh-trang=da-dang", .. waiting]);
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
