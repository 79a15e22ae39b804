using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Naughty;

/// <summary>Every form of the portal, public and of the desk, found by the routes, filled with the nastiest text: never an error of ours, and what is kept is what was typed.</summary>
public sealed class NaughtyFormsTests : IAsyncLifetime
{
    private static readonly string[] Leave = ["/dang-xuat", "/dang-nhap", "/tai-khoan", "/quan-tri/nguoi-dung"];   // these change who one is; SignIn and AttackTests try them
    private static readonly string[] Queries = ["q", "tinh-trang", "linh-vuc", "trang", "ngay", "nam", "loai", "ban", "viec", "ma", "ca", "don-vi", "tu", "den", "dong", "noi", "nhan", "ve", "da-gui", "UnitCode"];
    private readonly PortalHost portal = PortalHost.With(("Cases:MostInTenMinutes", "1000000"), ("Cases:MostLookupsInMinute", "1000000"));
    private int next;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_feedback_form_keeps_each_of_them_as_it_was_typed()
    {
        var resident = portal.Browser();
        var broken = new List<string>();
        var said = new List<string>();
        var page = await (await resident.Get("/phan-anh/gui")).Read();
        foreach (var text in NaughtyStrings.All)
        {
            var sent = await resident.Send("/phan-anh/gui", page, ("Key", Guid.CreateVersion7().ToString("n")), ("Step", "3"), ("Go", "send"), ("Form.Kind", "Question"), ("Form.Field", "Land"), ("Form.Message", "Hỏi: " + text), ("Form.Place", text.Length > 150 ? "" : text), ("Form.Name", text.Length > 80 ? "" : text), ("Form.Agreed", "true"));
            if ((int)sent.StatusCode >= 500)
            {
                broken.Add($"{(int)sent.StatusCode}: {text}");
            }
            else if (sent.StatusCode == HttpStatusCode.Redirect)
            {
                said.Add("Hỏi: " + text);
            }
        }

        var kept = (await portal.Inside((_, db) => db.Feedback.AsNoTracking().Select(feedback => feedback.Message).ToListAsync())).ToHashSet();
        Findings.None(broken);
        Findings.None(said.Where(text => SuspectedDenunciation.Because(text).Count == 0 && !kept.Contains(Expected(text))));
        Assert.True(said.Count > NaughtyStrings.All.Count * 0.95, $"Only {said.Count} were taken.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("daumoi")]
    [InlineData("canbo.kt")]
    [InlineData("lanhdao")]
    [InlineData("duyetbai")]
    [InlineData("quantri")]
    public async Task No_form_breaks_whatever_is_typed_into_it(string? userName)
    {
        var somebody = userName is null ? portal.Browser() : await portal.Browser().SignIn(userName);
        var (broken, forms) = (new List<string>(), 0);
        foreach (var address in await Addresses())
        {
            var answer = await somebody.Get(address);
            if ((int)answer.StatusCode >= 500 && !address.StartsWith("/readyz", StringComparison.Ordinal))
            {
                broken.Add($"GET {address}: {(int)answer.StatusCode}");
            }
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }
            var page = await answer.Read();
            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form").Where(form => form.Method == "post" && !Leave.Any(left => (form.GetAttribute("action") ?? address).StartsWith(left, StringComparison.Ordinal))))
            {
                forms++;
                for (var round = 0; round < 4; round++)
                {
                    var action = form.GetAttribute("action") is { Length: > 0 } wanted ? wanted : address;
                    var posted = await somebody.Post(action, Content(form));
                    if ((int)posted.StatusCode >= 500)
                    {
                        broken.Add($"POST {action} on {address}: {(int)posted.StatusCode} near “{NaughtyStrings.All[(next - 1) % NaughtyStrings.All.Count]}”");
                    }
                }
            }
        }

        Findings.None(broken.Distinct());
        Assert.True(forms >= (userName is null ? 3 : 8), $"Only {forms} forms were found.");
    }

    [Fact]
    public async Task No_query_breaks_a_page()
    {
        var broken = new List<string>();
        foreach (var userName in new[] { null, "daumoi", "quantri", "duyetbai" })
        {
            var somebody = userName is null ? portal.Browser() : await portal.Browser().SignIn(userName);
            foreach (var address in (await Addresses()).Where(address => (userName is null) != address.StartsWith("/quan-tri", StringComparison.Ordinal)))
            {
                var asked = address + "?" + string.Join('&', Queries.Select(name => $"{name}={Escaped(Next())}"));
                var answer = await somebody.Get(asked.Length > 8_000 ? asked[..8_000].TrimEnd('%') : asked);
                if ((int)answer.StatusCode >= 500 && !address.StartsWith("/readyz", StringComparison.Ordinal))
                {
                    broken.Add($"{userName} {asked}: {(int)answer.StatusCode}");
                }
            }
        }

        Findings.None(broken);
    }

    // What a reader sees, composed; nothing hidden, ends trimmed.
    private static string Expected(string text)
    {
        var clean = VietnameseText.Clean(text);
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        Assert.True(VietnameseText.HasHidden(plain) || HasHalves(plain) || clean == plain.Normalize(NormalizationForm.FormC), $"Cleaning changed what can be seen: {text}");
        return clean;
    }

    private static bool HasHalves(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private string Next() => NaughtyStrings.All[next++ % NaughtyStrings.All.Count];

    private static string Escaped(string text) => Uri.EscapeDataString(new string([.. (text.Length > 200 ? text[..200] : text).Where(letter => !char.IsSurrogate(letter))]));

    // What a person could type is naughty; what the page itself carries along stays, but for every fifth time.
    private HttpContent Content(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Name: "__RequestVerificationToken" } token => (token.Name, token.Value),
                IHtmlInputElement { Type: "hidden" } hidden => (hidden.Name, next % 5 == 0 ? Next() : hidden.Value),
                IHtmlInputElement { Type: "checkbox" or "radio" } box => (box.Name, next % 3 == 0 ? Next() : box.Value),
                IHtmlInputElement { Type: "file" } => (null, ""),
                IHtmlInputElement input => (input.Name, Next()),
                IHtmlTextAreaElement area => (area.Name, Next()),
                IHtmlSelectElement select => (select.Name, next % 2 == 0 ? Next() : select.Value ?? ""),
                IHtmlButtonElement { Name.Length: > 0 } button => (button.Name, button.Value),
                _ => (null, ""),
            };
            if (!string.IsNullOrEmpty(name))
            {
                values.Add(KeyValuePair.Create(name, new string([.. value.EnumerateRunes().SelectMany(rune => rune.ToString())])));
            }
        }
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }
        return content;
    }

    private Task<List<string>> Addresses() => portal.Inside(async (services, db) =>
    {
        if (!await db.Feedback.AnyAsync(feedback => feedback.ReferenceCode == "PA-7777-9999"))
        {
            var feedback = Given.Feedback(unit: portal.Site.UnitByCode("KT")!.Id, code: "PA-7777-9999");
            feedback.StartClocks(services.GetRequiredService<Deadlines>().TermsOf(portal.Site));
            db.Feedback.Add(feedback);
            await db.SaveChangesAsync();
        }
        List<Guid> keys =
        [
            .. await db.Editions.Select(edition => edition.Id).Take(1).ToListAsync(), .. await db.Editions.Where(edition => edition.State == EditionState.Draft).Select(edition => edition.Id).Take(1).ToListAsync(),
            .. await db.ContentItems.Select(item => item.Id).Take(1).ToListAsync(), .. await db.MediaFiles.Select(file => file.Id).Take(1).ToListAsync(),
        ];
        return Given.Addresses(portal, keys, "PA-7777-9999").Where(address => !Leave.Any(left => address.StartsWith(left, StringComparison.Ordinal)) && !address.StartsWith("/dev", StringComparison.Ordinal)).ToList();
    });
}
