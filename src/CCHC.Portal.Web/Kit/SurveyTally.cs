using CCHC.Portal.Cases;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>What may be told of the answers to one question: nothing below five, and no count that would tell of a few people.</summary>
public sealed record SurveyTally(SurveyQuestion Question, IReadOnlyList<int?> Counts, int? All)
{
    public bool IsShown => All is not null && Counts.Any(count => count is not null);

    public bool HidesSome => Counts.Any(count => count is null);

    /// <summary>One for each question, in the reader's words; answers are kept and counted in the words of <paramref name="asked"/>.</summary>
    public static IReadOnlyList<SurveyTally> Of(Survey read, Survey asked, IReadOnlyDictionary<(string Question, string Choice), int> counts) =>
        [.. read.Questions.Select((question, at) => at < asked.Questions.Count && asked.Questions[at].Choices.Count == question.Choices.Count ? Of(question, asked.Questions[at], counts) : new SurveyTally(question, [.. question.Choices.Select(_ => (int?)null)], null))];

    private static SurveyTally Of(SurveyQuestion read, SurveyQuestion asked, IReadOnlyDictionary<(string, string), int> counts)
    {
        int[] chosen = [.. asked.Choices.Select(choice => counts.GetValueOrDefault((asked.Ask, choice)))];
        var cells = new int[chosen.Length + 1, 1];
        for (var at = 0; at < chosen.Length; at++)
        {
            cells[at, 0] = chosen[at];
        }
        cells[chosen.Length, 0] = chosen.Sum();
        var hidden = SmallCounts.Hide(cells);
        var isEnough = chosen.Sum() >= SmallCounts.Least && !hidden[chosen.Length, 0];
        return new SurveyTally(read, [.. chosen.Select((count, at) => isEnough && !hidden[at, 0] ? count : (int?)null)], isEnough ? chosen.Sum() : null);
    }
}
