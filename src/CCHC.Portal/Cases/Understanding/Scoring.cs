using System.Diagnostics;
using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>Says how well the suggestions agree with what people said of the same texts, in every way of writing them.</summary>
public static class Scoring
{
    private const int Folds = 10;

    /// <summary>Ways in which the same sentence arrives.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, string>> Spellings = new Dictionary<string, Func<string, string>>
    {
        ["as typed"] = text => text,
        ["no marks"] = VietnameseText.Fold,
        ["NFD"] = text => text.Normalize(NormalizationForm.FormD),
        ["capitals"] = text => text.ToUpperInvariant(),
        ["Telex"] = text => Keyboards.Telex(text),
        ["VNI"] = text => Keyboards.Vni(text),
        ["chat"] = text => Keyboards.Chat(text),
        ["typos"] = text => Keyboards.Typos(text),
    };

    public static IEnumerable<string> Report(IReadOnlyList<LabelledText> texts, bool seen)
    {
        var judges = seen ? [] : Enumerable.Range(0, Folds).Select(fold => Training.Train([.. texts.Where((_, at) => at % Folds != fold)])).ToList();
        var watch = new Stopwatch();
        var first = true;
        foreach (var (name, spell) in Spellings)
        {
            var answers = new List<(LabelledText Text, Suggestion Said)>();
            var spelled = texts.Select(text => spell(text.Text)).ToList();
            watch.Start();
            for (var at = 0; at < texts.Count; at++)
            {
                answers.Add((texts[at], seen ? Suggestions.For(spelled[at]) : Suggestions.For(spelled[at], judges[at % Folds], SeededTable.Rules)));
            }
            watch.Stop();
            foreach (var line in first ? Whole(answers) : [])
            {
                yield return line;
            }
            yield return Line(name, answers);
            first = false;
        }
        if (!seen)
        {
            yield return Line("topic out", LeaveOneTopicOut(texts));
        }
        yield return $"{texts.Count * Spellings.Count / watch.Elapsed.TotalSeconds:0} texts a second on one core";
    }

    // Every topic judged by a model that has read nothing of it; a field never read of cannot be named, so only kind and sealing say much here.
    private static List<(LabelledText Text, Suggestion Said)> LeaveOneTopicOut(IReadOnlyList<LabelledText> texts) =>
        [.. texts.GroupBy(text => text.Topic).SelectMany(topic =>
        {
            var judge = Training.Train([.. texts.Where(text => text.Topic != topic.Key)]);
            return topic.Select(text => (text, Suggestions.For(text.Text, judge, SeededTable.Rules)));
        })];

    private static string Line(string name, List<(LabelledText Text, Suggestion Said)> answers)
    {
        var denunciations = answers.Where(one => one.Text.Unit == Suggestion.Sealed).ToList();
        var others = answers.Where(one => one.Text.Unit != Suggestion.Sealed).ToList();
        var fields = answers.Where(one => one.Text.Kind is not (FeedbackKind.Spam or FeedbackKind.Denunciation)).ToList();
        return $"{name,-10} kind {Share(answers, one => one.Said.Kind == one.Text.Kind)}  field {Share(fields, one => one.Said.Field == one.Text.Field)}  unit {Share(answers, one => one.Said.Unit == one.Text.Unit)}"
            + $"  triage {Share(answers, one => one.Said.Unit == Suggestion.Triage)}  sealed recall {Share(denunciations, one => one.Said.IsSealed)} of {denunciations.Count}  false sealed {Share(others, one => one.Said.IsSealed)}";
    }

    private static IEnumerable<string> Whole(List<(LabelledText Text, Suggestion Said)> answers)
    {
        foreach (var (text, said) in answers.Where(one => one.Said.Kind != one.Text.Kind || one.Said.Unit != one.Text.Unit || (one.Text.Kind is not (FeedbackKind.Spam or FeedbackKind.Denunciation) && one.Said.Field != one.Text.Field)))
        {
            yield return $"  {text.Id}: {text.Kind}/{text.Field}/{text.Unit} taken for {said.Kind}/{said.Field}/{said.Unit} ({said.Confidence:0.00}): {text.Text}";
        }
        foreach (var line in PerClass("kind", answers, one => one.Text.Kind.ToString(), one => one.Said.Kind.ToString())
            .Concat(PerClass("field", answers, one => one.Text.Field.ToString(), one => one.Said.Field.ToString()))
            .Concat(PerClass("unit", answers, one => one.Text.Unit, one => one.Said.Unit)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> PerClass(string what, List<(LabelledText, Suggestion)> answers, Func<(LabelledText Text, Suggestion Said), string> right, Func<(LabelledText Text, Suggestion Said), string> said) =>
        answers.Select(right).Distinct().Order(StringComparer.Ordinal).Select(name =>
        {
            var both = answers.Count(one => right(one) == name && said(one) == name);
            return $"  {what,-5} {name,-24} precision {(float)both / Math.Max(1, answers.Count(one => said(one) == name)):0.00}  recall {(float)both / answers.Count(one => right(one) == name):0.00}  of {answers.Count(one => right(one) == name)}";
        });

    private static string Share<T>(List<T> all, Func<T, bool> holds) => all.Count == 0 ? "–" : $"{100.0 * all.Count(holds) / all.Count:0.0} %";
}
