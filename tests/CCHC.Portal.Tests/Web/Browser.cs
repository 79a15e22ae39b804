using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CCHC.Portal.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>A visitor: keeps cookies, fills in forms as they stand on the page, and follows a redirect only when asked.</summary>
public sealed class Browser(PortalHost portal, string host)
{
    public const string Network = "X-Test-Network";

    private readonly HttpClient client = portal.Server.CreateClient();
    private readonly CookieContainer cookies = new();
    private readonly string network = new IPAddress([10, .. RandomNumberGenerator.GetBytes(3)]).ToString();

    public string Host => host;

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Ask(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> Head(string path) => Ask(HttpMethod.Head, path, null, []);

    /// <summary>Posts values without opening the page first, as a robot does.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] values) =>
        Ask(HttpMethod.Post, path, new FormUrlEncodedContent(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))), []);

    public Task<HttpResponseMessage> Post(string path, (string Name, string Value)[] values, (string Name, string Value)[] headers) =>
        Ask(HttpMethod.Post, path, new FormUrlEncodedContent(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))), headers);

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => Ask(HttpMethod.Post, path, content, []);

    /// <summary>Any other way of asking, as programs do.</summary>
    public Task<HttpResponseMessage> Say(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers) => Ask(method, path, content, headers);

    /// <summary>Opens the page, puts files into its form and sends it.</summary>
    public async Task<HttpResponseMessage> SendFiles(string path, string field, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] values) =>
        await SendFiles(path, await (await Get(path)).Read(), field, files, values);

    /// <summary>Puts files into the form of a page already open and sends it.</summary>
    public async Task<HttpResponseMessage> SendFiles(string path, IDocument page, string field, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] values)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").First(form => form.Enctype == "multipart/form-data");
        var content = Multipart(Filled(form).Where(pair => !values.Any(value => value.Name == pair.Name)).Concat(values));
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new("application/octet-stream");
            content.Add(part, field, name);
        }
        return await Ask(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : path, content, []);
    }

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] values)
    {
        var page = await Get(path);
        Assert.True(page.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)page.StatusCode}");
        return await Send(path, await page.Read(), values);
    }

    /// <summary>Fills in the form of a page already open and sends it.</summary>
    public Task<HttpResponseMessage> Send(string path, IDocument page, params (string Name, string Value)[] values)
    {
        // The page's own form first: a desk page also has the one that signs out.
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").Concat(page.QuerySelectorAll<IHtmlFormElement>("form")).FirstOrDefault(form => form.Method == "post")
            ?? throw new InvalidOperationException($"{path} has no form to post.");
        var filled = Filled(form).Where(pair => !values.Any(value => value.Name == pair.Name)).Concat(values).ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } wanted ? wanted : path;
        HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(filled) : new FormUrlEncodedContent(filled.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        return Ask(HttpMethod.Post, action, content, []);
    }

    public Task<HttpResponseMessage> Follow(HttpResponseMessage redirect)
    {
        Assert.True((int)redirect.StatusCode is >= 300 and < 400, $"Not a redirect but {(int)redirect.StatusCode}");
        return Get(redirect.Headers.Location!.ToString());
    }

    /// <summary>Signs in without the sign-in page, which has tests of its own.</summary>
    public async Task<Browser> SignIn(string userName)
    {
        var cookie = await portal.Inside(async (services, db) =>
        {
            var person = await db.People.SingleAsync(p => p.UserName == userName);
            var context = new DefaultHttpContext { RequestServices = services };
            context.Request.Scheme = "http";
            context.Request.Host = new HostString(host);
            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
            await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
            return context.Response.Headers.SetCookie.ToString();
        });
        cookies.SetCookies(new Uri($"http://{host}/"), cookie);
        return this;
    }

    public string Cookie(string name) => cookies.GetAllCookies()[name]?.Value ?? "";

    public bool HasCookie(string name) => cookies.GetAllCookies().Any(cookie => cookie.Name == name && !cookie.Expired);

    public Browser WithCookie(string name, string value)
    {
        cookies.Add(new Uri($"http://{host}/"), new Cookie(name, value));
        return this;
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        var address = new Uri(new Uri($"http://{host}/"), path);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Host = address.IsDefaultPort ? address.Host : address.Authority;
        request.Headers.Add(Network, network);
        if (cookies.GetCookieHeader(address) is { Length: > 0 } jar)
        {
            request.Headers.Add("Cookie", jar);
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(address, cookie);
        }
        return response;
    }

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var field in form.Elements)
        {
            switch (field)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return (box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("checkbox" or "radio" or "file" or "submit" or "image" or "button"):
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select when select.Value is { } chosen:
                    yield return (select.Name!, chosen);
                    break;
            }
        }
    }

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }
        return content;
    }
}
