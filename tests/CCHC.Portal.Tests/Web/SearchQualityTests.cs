using System.Text.Json;
using CCHC.Portal.Tests.House;

namespace CCHC.Portal.Tests.Web;

/// <summary>Two hundred questions of residents over the seeded portal find their answers; the figures are printed by tests/bench/search.</summary>
public sealed class SearchQualityTests(QuietPortal quiet)
{
    private readonly PortalHost portal = quiet.Portal;

    [Fact]
    public async Task Residents_find_their_answer_among_the_first_five()
    {
        var reader = portal.Browser();
        var (asked, found, reciprocal, missed) = (0, 0, 0d, new List<string>());
        foreach (var line in (await File.ReadAllLinesAsync(Repository.Under("tests", "bench", "search", "questions.tsv"))).Where(line => line.StartsWith("vi\t", StringComparison.Ordinal) || line.StartsWith("en\t", StringComparison.Ordinal)))
        {
            var (language, question, answers) = line.Split('\t') switch { [var one, var two, var three] => (one, two, three.Split(' ')), _ => throw new FormatException(line) };
            var rank = await RankOf(reader, language, question, answers);
            asked++;
            found += rank is > 0 and <= 5 ? 1 : 0;
            reciprocal += rank > 0 ? 1d / rank : 0;
            if (rank is 0 or > 5)
            {
                missed.Add(question);
            }
        }

        Assert.True(asked >= 200);
        Assert.True(found >= asked * 0.93 && reciprocal / asked >= 0.82, $"recall@5 {(double)found / asked:0.000}, MRR {reciprocal / asked:0.000}; missed: {string.Join("; ", missed)}");
    }

    private static async Task<int> RankOf(Browser reader, string language, string question, string[] answers)
    {
        var answer = await reader.Get($"{(language == "en" ? "/en" : "")}/tim-kiem?q={Uri.EscapeDataString(question)}", ("Accept", "application/json"));
        var results = JsonDocument.Parse(await answer.Text()).RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("url").GetString()).ToList();
        return results.FindIndex(url => answers.Contains(url)) + 1;
    }
}
