using System.Net;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Operations;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.OpenData;

/// <summary>No door of the open data lets out what was told in confidence, what is not published, or who works here.</summary>
public sealed partial class NothingSecretTests(PortalHost portal)
{
    private const string Sender = "Người Gửi Kín Tiếng", Phone = "0977123890";

    [Fact]
    public async Task Whatever_is_asked_of_any_door_nothing_told_in_confidence_comes_out()
    {
        var mark = "bimat" + Guid.CreateVersion7().ToString("n")[^10..];
        await Send(("Form.Kind", "Report"), ("Form.Field", "Land"), ("Form.Message", $"Chuyện {mark} ở ngõ nhà tôi."), ("Form.Name", Sender), ("Form.Phone", Phone));
        await Send(("Form.Kind", "Denunciation"), ("Form.Field", "Land"), ("Form.Message", $"Tố cáo {mark}."));
        await portal.Publish(new Article(), "Tin thường " + mark[^4..]);
        await portal.Inside(async (_, db) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var (draft, waiting, gone) = (Given.Edition(title: "Nháp " + mark, slug: "nhap-" + mark), Given.Edition(title: "Chờ duyệt " + mark, slug: "cho-" + mark, inReview: true), Given.LiveEdition(title: "Đã gỡ " + mark, slug: "go-" + mark, now: now));
            gone.Withdraw(Withdrawal.Gone("Lý do " + mark), now);
            db.AddRange(draft.Item!, draft, waiting.Item!, waiting, gone.Item!, gone);
            await db.SaveChangesAsync();
            return 0;
        });
        var codes = await portal.Inside((_, db) => db.Feedback.Select(one => one.ReferenceCode).ToListAsync());
        Assert.True(await portal.Inside((services, db) => db.Feedback.AnyAsync(one => one.Message.Contains(mark))));
        Assert.True(await portal.Inside((services, _) => services.GetRequiredService<SealedDb>().Cases.AnyAsync()));

        var (leaks, answered) = (new List<string>(), 0);
        foreach (var address in Doors().SelectMany(door => Asked(door, mark)).Distinct())
        {
            foreach (var culture in new[] { "vi", "en" })
            {
                var answer = await portal.Browser().Get(address, ("Accept-Language", culture), ("Preview", "true"), ("Api-Key", "khoa"));
                var text = await answer.Text();
                answered += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
                // What was asked may be said again in a refusal, and only there.
                leaks.AddRange(Secrets(mark).Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase) && !(address.Contains(secret, StringComparison.Ordinal) && !answer.IsSuccessStatusCode)).Select(secret => $"{address}: {secret}"));
                leaks.AddRange(codes.Where(code => text.Contains(code, StringComparison.Ordinal)).Select(code => $"{address}: {code}"));
            }
        }

        House.Findings.None(leaks);
        Assert.True(answered > 100, $"{answered} answers");
    }

    private static IEnumerable<string> Secrets(string mark) => [mark, Sender, Phone, "PasswordHash", "authorId", "approverId", "reviewNote", "secretHash", .. DemoPeople.All.Select(person => person.FullName)];

    private IEnumerable<string> Doors() => portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(door => "/" + door.RoutePattern.RawText!.Trim('/'))
        .Where(path => path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/umbraco/", StringComparison.Ordinal) || path.StartsWith("/sitemap", StringComparison.Ordinal) || path.EndsWith("rss.xml", StringComparison.Ordinal) || path.EndsWith("atom.xml", StringComparison.Ordinal));

    // Each door plainly, wide open, and with what somebody would try who looks for more.
    private static IEnumerable<string> Asked(string door, string mark)
    {
        var plain = Parameter().Replace(door, found => found.Groups[1].Value switch { "documentName" => "v1", "name" => "tin-tuc", "code" => "TTPVHCC", "slug" => "che-do-cong-vu", _ => "nhap-" + mark });
        yield return plain;
        if (door.StartsWith("/api/v1", StringComparison.Ordinal) && DataSet.All.Any(set => door == "/api/v1/" + set.Name))
        {
            yield return plain + "?size=100";
            yield return plain + "?size=100&page=2";
            yield return plain + "?size=100&includeGone=true";
            yield return $"{plain}/go-{mark}";
        }
        if (door.StartsWith("/umbraco/delivery", StringComparison.Ordinal))
        {
            yield return plain + "?take=1000&expand=properties[$all[properties[$all]]]";
            yield return plain + $"?filter=name:{mark}";
            yield return "/umbraco/delivery/api/v2/content/item/tin-tuc/nhap-" + mark;
            yield return "/umbraco/delivery/api/v2/content/item/tin-tuc/go-" + mark;
        }
    }

    private async Task Send(params (string, string)[] form)
    {
        var sent = await portal.Browser().Send("/phan-anh/gui", [("Step", "3"), ("Go", "send"), ("Form.Agreed", "true"), .. form]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [GeneratedRegex(@"\{\**(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();
}
