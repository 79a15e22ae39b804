using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Language;
using CCHC.Portal.Web.Kit;
using Microsoft.Extensions.Primitives;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The answer as it is being written: its parts as typed, what it may start from, and whether somebody must approve it.</summary>
public sealed record AnswerForm(Feedback Case, int Version, IReadOnlyList<AnswerTemplate> Templates, bool NeedsApproval)
{
    public string Checked { get; init; } = "";
    public string Conclusion { get; init; } = "";
    public string NextStep { get; init; } = "";

    /// <summary>The day as the browser's date field writes it: 2026-11-30.</summary>
    public string By { get; init; } = "";

    public string Contact { get; init; } = "";
    public Guid? Template { get; init; }

    /// <summary>When what stands here was typed and not sent; null when it was not.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string Place => PlaceOf(Case.ReferenceCode);

    public static string PlaceOf(string code) => "tra-loi/" + code;

    public bool IsWrong(string part) => Problems.Any(problem => problem.Field == part);

    public AnswerLetter Letter => new(Checked, Conclusion, NextStep,
        DateOnly.TryParseExact(By, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Contact);

    public AnswerForm With(Func<string, StringValues> typed) => this with
    {
        Checked = VietnameseText.Clean(typed(nameof(Checked))),
        Conclusion = VietnameseText.Clean(typed(nameof(Conclusion))),
        NextStep = VietnameseText.Clean(typed(nameof(NextStep))),
        By = typed(nameof(By)).ToString().Trim(),
        Contact = VietnameseText.Clean(typed(nameof(Contact))),
    };

    /// <summary>Begins with a template's words; what stands there already is never replaced.</summary>
    public AnswerForm StartedFrom(AnswerTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var words = template.For(values);
        return this with
        {
            Template = template.Id,
            Checked = Joined(Checked, words.Checked),
            Conclusion = Joined(Conclusion, words.Conclusion),
            NextStep = Joined(NextStep, words.NextStep),
            Contact = Joined(Contact, words.Contact),
        };
    }

    private static string Joined(string typed, string words) =>
        typed == "" ? words : words == "" || typed.Contains(words, StringComparison.Ordinal) ? typed : typed + "\n\n" + words;
}
