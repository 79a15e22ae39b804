using System.Net;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>Who proved to be a person goes straight to the unit; who did not is looked at by one.</summary>
public sealed class HumanCheckTests(PortalHost portal)
{
    [Fact]
    public async Task A_solved_proof_of_work_sends_the_case_to_its_unit_and_none_sends_it_to_a_person()
    {
        var browser = portal.Browser();
        var challenge = await (await browser.Get("/phan-anh/thach-thuc")).Content.ReadAsStringAsync();

        var (proved, unproved) = (await NeedsCheck(portal, ("altcha", ProofOfWork.Solve(challenge))), await NeedsCheck(portal));

        Assert.Equal((false, true), (proved, unproved));
    }

    [Fact]
    public async Task A_filled_honeypot_is_looked_at_by_a_person_and_not_thrown_away()
    {
        var challenge = await (await portal.Browser().Get("/phan-anh/thach-thuc")).Content.ReadAsStringAsync();

        Assert.True(await NeedsCheck(portal, ("altcha", ProofOfWork.Solve(challenge)), ("Website", "https://spam.example")));
    }

    [Theory]
    [InlineData("{\"success\": true}", false)]
    [InlineData("{\"success\": false}", true)]
    [InlineData("not json", true)]
    public async Task With_reCAPTCHA_configured_its_server_decides(string verdict, bool needsCheck)
    {
        using var google = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        google.Prefixes.Add(address);
        google.Start();
        var asked = Task.Run(async () =>
        {
            var context = await google.GetContextAsync();
            var form = await new StreamReader(context.Request.InputStream).ReadToEndAsync();
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(verdict));
            context.Response.Close();
            return form;
        });
        using var own = PortalHost.With(("Web:RecaptchaSiteKey", "site-key"), ("Web:RecaptchaSecret", "its-secret"), ("Web:RecaptchaVerifyUrl", address));

        Assert.Equal(needsCheck, await NeedsCheck(own, ("g-recaptcha-response", "the-answer")));
        Assert.Equal("secret=its-secret&response=the-answer", await asked);
    }

    private static async Task<bool> NeedsCheck(PortalHost at, params (string, string)[] proof)
    {
        var words = "Câu hỏi số " + Guid.CreateVersion7();
        var answer = await at.Browser().Send("/phan-anh/gui",
            [("Form.Kind", "Question"), ("Form.Field", "Land"), ("Form.Message", words), ("Form.Agreed", "true"), ("Step", "3"), ("Go", "send"), .. proof]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await at.Inside((_, db) => db.Feedback.Where(feedback => feedback.Message == words).Select(feedback => feedback.NeedsHumanCheck).SingleAsync());
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
