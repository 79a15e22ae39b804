using System.Net;
using System.Net.Http.Headers;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>What a hostile tester tried and got; it stays tried.</summary>
public sealed class AttackTests(PortalHost portal)
{
    private const string Form = "/phan-anh/gui";

    [Fact]
    public async Task Forwarded_headers_are_not_believed_without_a_listed_proxy()
    {
        var answer = await portal.Browser().Get("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "198.51.100.7"));

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("//evil.example/x?co-chu=lon", "/evil.example/x")]
    [InlineData("/tin-tuc?co-chu=lon&trang=2", "/tin-tuc?trang=2")]
    [InlineData("/en?giao-dien=toi", "/en/")]
    public async Task A_preference_link_stays_on_this_host(string asked, string sent)
    {
        // As raw as an attacker sends it: HttpClient would tidy the path.
        var answer = await portal.Server.SendAsync(context =>
        {
            var parts = asked.Split('?');
            (context.Request.Method, context.Request.Path, context.Request.QueryString, context.Request.Host) = ("GET", parts[0], new("?" + parts[1]), new("localhost"));
        });

        Assert.Equal(sent, answer.Response.Headers.Location.ToString());
    }

    [Theory]
    [InlineData("*", "")]
    [InlineData("BR", "br")]
    [InlineData("gzip;q=1, br;q=0", "gzip")]
    [InlineData("xbr", "")]
    public async Task No_accepted_encoding_fills_the_copy_of_others(string poison, string packed)
    {
        var path = "/tin-tuc?nam=" + Random.Shared.Next();
        var first = await portal.Browser().Get(path, ("Accept-Encoding", poison));

        Assert.Equal(packed, first.Header("Content-Encoding"));
        Assert.Equal("", (await portal.Browser().Get(path)).Header("Content-Encoding"));
        Assert.Equal("br", (await portal.Browser().Get(path, ("Accept-Encoding", "br"))).Header("Content-Encoding"));
    }

    [Fact]
    public async Task A_media_file_has_one_address()
    {
        var picture = (await (await portal.Browser().Get("/")).Read()).QuerySelector("img[src^='/tep/']")!.GetAttribute("src")!;
        var (mark, name) = (picture.Split('/')[2][..12], picture.Split('/')[3]);

        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(picture)).StatusCode);
        foreach (var wrong in new[] { mark + "%22", mark + "-480%22", mark + "-%2B480", mark + "-zzz", mark + "%C3%A9" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get($"/tep/{wrong}/{name}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("Form.Kind", "-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.Kind", "7", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Kept", "", HttpStatusCode.Redirect)]
    [InlineData("Kept", "CfDJ8forged", HttpStatusCode.Redirect)]
    public async Task A_forged_field_is_refused_or_passed_over(string name, string value, HttpStatusCode answer)
    {
        Assert.Equal(answer, (await portal.Browser().Send(Form, Filled("Quầy số 3 làm chậm", (name, value)))).StatusCode);
    }

    [Fact]
    public async Task A_receipt_opens_only_what_it_is_for()
    {
        var sender = portal.Browser();
        await sender.Send(Form, Filled("Xin cảm ơn"));
        var receipt = sender.Cookie("portal.receipt");

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().WithCookie("portal.track", receipt).Get("/phan-anh/theo-doi")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().WithCookie("portal.receipt", receipt).Get("/phan-anh/bien-nhan")).StatusCode);
    }

    [Fact]
    public async Task Other_words_in_the_same_form_are_another_message_and_the_same_words_the_same()
    {
        var sender = portal.Browser();
        var page = await (await sender.Get(Form)).Read();
        var (first, second) = ($"Lần một {Guid.CreateVersion7()}", $"Lần hai {Guid.CreateVersion7()}");
        foreach (var words in new[] { first, first, second })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await sender.Send(Form, page, Filled(words))).StatusCode);
        }

        Assert.Equal(2, await portal.Inside((_, db) => db.Feedback.CountAsync(feedback => feedback.Message == first || feedback.Message == second)));
    }

    [Fact]
    public async Task A_form_from_another_site_leaves_nothing_here()
    {
        using var form = new MultipartFormDataContent { { new StringContent("1"), "Step" } };
        var answer = await portal.Server.CreateRequest(Form).AddHeader("Sec-Fetch-Site", "cross-site").And(request => request.Content = form).PostAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("name=\"Key\"", await answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_form_is_the_senders_fault()
    {
        foreach (var type in new[] { "multipart/form-data", "application/x-www-form-urlencoded; charset=utf-7", "application/json" })
        {
            var body = new ByteArrayContent("x=1"u8.ToArray());
            body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().Post(Form, body)).StatusCode);
        }
    }

    [Fact]
    public void A_flood_of_invented_names_is_forgotten_and_a_guessed_one_is_not()
    {
        var pace = new SignInPace(TimeProvider.System);
        for (var i = 0; i < 60_000; i++)
        {
            pace.Missed("name:" + i);
            if (i % 5_000 == 0)
            {
                pace.Missed("name:guessed");
            }
        }

        Assert.InRange(pace.Remembered, 1, 10_001);
        Assert.True(pace.DelayFor("name:guessed") > TimeSpan.Zero);
    }

    [Fact]
    public void A_network_uploads_only_so_much()
    {
        using var pace = Pace.OfUploads(new CasesSettings { MostMegabytesInTenMinutes = 10 });
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();

        Assert.True(pace.Allows(context, 6));
        Assert.False(pace.Allows(context, 6));
        Assert.False(pace.Allows(context, 11));
    }

    [Fact]
    public async Task A_file_sent_lies_locked_and_an_open_case_keeps_its_own()
    {
        var (sender, mark) = (portal.Browser(), Guid.CreateVersion7().ToString("n"));
        var paper = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n{mark}\n%%EOF\n"));
        var page = await (await sender.Get(Form)).Read();
        using var form = new MultipartFormDataContent { { paper, "Files", "a.pdf" } };
        foreach (var (name, value) in Filled("x", ("Step", "1"), ("Go", "stay"), ("Key", Value(page, "Key")), ("__RequestVerificationToken", Value(page, "__RequestVerificationToken"))))
        {
            form.Add(new StringContent(value), name);
        }
        var ticket = ("Kept", Value(await (await sender.Post(Form, form)).Read(), "Kept"));
        var (open, closed) = ("Mở " + mark, "Ông A nhận hối lộ " + mark);
        await sender.Send(Form, page, Filled(open, ticket));
        await sender.Send(Form, page, Filled(closed, ticket));

        await portal.Inside(async (services, db) =>
        {
            var kept = await db.Feedback.SingleAsync(feedback => feedback.Message == open);
            var attached = await db.Attachments.SingleAsync(file => file.FeedbackId == kept.Id);
            Assert.Contains(mark, System.Text.Encoding.ASCII.GetString((await services.GetRequiredService<DraftFiles>().Read(attached.StoreKey, CancellationToken.None))!), StringComparison.Ordinal);
            Assert.DoesNotContain(mark, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(portal.Folder, "files", attached.StoreKey))), StringComparison.Ordinal);
            return 0;
        });
    }

    private static string Value(AngleSharp.Dom.IDocument page, string name) => page.QuerySelector($"form[method=post] [name={name}]")!.GetAttribute("value")!;

    private static (string, string)[] Filled(string message, params (string Name, string Value)[] other) =>
    [
        .. new[] { ("Form.Kind", "Report"), ("Form.Field", "Other"), ("Form.Message", message), ("Form.Agreed", "true"), ("Step", "3"), ("Go", "send") }
            .Where(field => other.All(one => one.Name != field.Item1)),
        .. other,
    ];
}
