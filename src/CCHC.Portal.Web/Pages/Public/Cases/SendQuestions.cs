using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The questions that depend on what was chosen in the form, with what was typed into them; the counter asks the same ones.</summary>
public sealed class SendQuestions(PortalDb db, Visit visit)
{
    /// <summary>Sent by every form that can show questions; a form sent without it was asked nothing.</summary>
    public const string Marker = "Asked";

    private const int MostTyped = 6_000;

    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private SendForm form = new();
    private bool isMarked;

    /// <summary>All the site asks, notes too, in their order.</summary>
    public IReadOnlyList<FormQuestion> All { get; private set; } = [];

    public IEnumerable<FormQuestion> Shown => All.Where(IsShown);

    public IEnumerable<FormQuestion> Asked => Shown.Where(question => question.IsAsked);

    /// <summary>Answered before kind or field was changed, and not asked any more.</summary>
    public IReadOnlyList<FormQuestion> NoLonger => [.. All.Where(question => question.IsAsked && !IsShown(question) && Typed(question) != "")];

    /// <summary>Questions belong to the choice that its sender has not seen: the form was sent without a script and only now they are known.</summary>
    public bool AreNew => isMarked && Asked.Any(question => !typed.ContainsKey(question.Code));

    /// <summary>What was typed, of all steps, also what is not asked any more: it travels along.</summary>
    public IEnumerable<(FormQuestion Question, string Text)> Carried => All.Where(question => typed.ContainsKey(question.Code)).Select(question => (question, Typed(question)));

    public IReadOnlyList<GivenAnswer> Given => [.. Asked.Where(question => Typed(question) != "").Select(question => question.Take(Typed(question)))];

    /// <summary>The message with the answers in words, for whoever looks for danger or wrong-doing in it.</summary>
    public string AllWords => string.Join("\n", Given.Where(answer => answer.TextEn == "").Select(answer => answer.Text).Prepend(form.Message ?? ""));

    public static string NameOf(FormQuestion question) => "A." + question.Code;

    public bool IsShown(FormQuestion question) => question.IsFor(form.KindValue, form.FieldValue);

    public string Typed(FormQuestion question) => typed.GetValueOrDefault(question.Code, "");

    public async Task Read(SendForm chosen, IFormCollection? sent, CancellationToken stop)
    {
        form = chosen;
        All = await db.FormQuestions.AsNoTracking().Where(question => !question.IsOff).OrderBy(question => question.Order).ToListAsync(stop);
        isMarked = sent?.ContainsKey(Marker) == true;
        foreach (var question in All.Where(question => question.IsAsked && sent?.ContainsKey(NameOf(question)) == true))
        {
            var text = sent![NameOf(question)].ToString();
            text = text.Length > MostTyped ? text[..MostTyped] : text;
            typed[question.Code] = question.Input == QuestionInput.Long ? VietnameseText.Clean(text) : VietnameseText.CleanLine(text);
        }
    }

    /// <summary>What is wrong with the answers; of questions just chosen, only those that were seen.</summary>
    public void Check(ModelStateDictionary wrong, DateOnly today, bool justChosen = false)
    {
        foreach (var question in Asked.Where(question => !justChosen || typed.ContainsKey(question.Code)))
        {
            if (question.Judge(Typed(question), today, visit.Culture) is { } words)
            {
                wrong.AddModelError(NameOf(question), words);
            }
        }
    }
}
