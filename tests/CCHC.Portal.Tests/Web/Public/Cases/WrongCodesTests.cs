using System.Net;
using CCHC.Portal.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>A thousand wrong codes: the pace holds them back, and those answered are answered alike, whether the code exists or not.</summary>
public sealed class WrongCodesTests(PortalHost portal)
{
    private const int Guesses = 1_000;

    [Fact]
    public async Task A_thousand_guesses_from_one_network_learn_nothing_and_most_are_not_even_looked_at()
    {
        var receipt = await portal.Inside((services, _) => services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(), CancellationToken.None));
        var guesser = portal.Browser();
        var page = await (await guesser.Get("/phan-anh/tra-cuu")).Read();
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var codes = portal.Services.GetRequiredService<CaseCodes>();   // well-formed ones: a slip in the characters is called a slip, whatever stands behind the code
        var answers = new List<(HttpStatusCode Status, string Words)>();
        for (var guess = 0; guess < Guesses; guess++)
        {
            var code = guess % 3 == 0 ? receipt.ReferenceCode : codes.NewReference();   // one that exists among them
            var answer = await guesser.Post("/phan-anh/tra-cuu", ("Code", code), ("Secret", codes.SecretFor($"guess {guess}")), ("__RequestVerificationToken", token));
            answers.Add((answer.StatusCode, (await answer.Read()).QuerySelector("main .esum")?.TextContent.Trim() ?? ""));
        }

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status).Distinct().Order());
        Assert.Equal(2, answers.Distinct().Count());   // one answer for wrong, one for too fast
        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests) > Guesses * 0.9);
        Assert.DoesNotContain(answers, answer => answer.Words.Length == 0);
        Assert.Equal("/phan-anh/theo-doi", (await portal.Browser().Send("/phan-anh/tra-cuu", ("Code", receipt.ReferenceCode), ("Secret", receipt.Secret))).Headers.Location!.ToString());   // another network is not held back
    }
}
