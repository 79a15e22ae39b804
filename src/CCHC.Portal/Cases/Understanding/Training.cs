using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>Makes the weights from labelled texts: stochastic gradient with AdaGrad, always in the same order, so that the same texts make the same weights.</summary>
public static class Training
{
    private const int Rounds = 24;
    private const float Pace = 0.35f, Shrink = 4e-5f, ShrinkOfSeal = 1e-3f;

    public static void Write(IReadOnlyList<LabelledText> texts, TextWriter file)
    {
        var models = Train(texts);
        file.Write("// Made by `portal classify train` from the labelled texts: feature, then one weight a class in hundredths. # marks a cue of the lexicon or the shape of a text.\n");
        models.Kinds.Write("kind", file);
        models.Fields.Write("field", file);
        models.Seal.Write("seal", file);
    }

    internal static Models Train(IReadOnlyList<LabelledText> texts)
    {
        // Everybody's text as typed and without its marks: what a phone without Vietnamese sends is half of what comes.
        var read = texts.SelectMany(text => new[] { (Text: text, Read: new Reading(text.Text)), (Text: text, Read: new Reading(VietnameseText.Fold(text.Text))) })
            .Select(one => (one.Text, Features: one.Read.Features(), Pairs: SealPairs.In(one.Read))).ToList();
        return new Models(
            Train(Names<FeedbackKind>(), [.. read.Select(one => (one.Features, (int)one.Text.Kind))]),
            Train(Names<FeedbackField>(), [.. read.Where(one => one.Text.Kind is not (FeedbackKind.Spam or FeedbackKind.Denunciation)).Select(one => (one.Features, (int)one.Text.Field))]),
            Train(["ordinary", Suggestion.Sealed], [.. read.Select(one => (one.Features.Concat(one.Pairs).ToList(), one.Text.Kind == FeedbackKind.Denunciation ? 1 : 0))], ShrinkOfSeal));
    }

    public static IReadOnlyList<LabelledText> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledText>(line, Json)!)];

    private static LinearModel Train(string[] classes, List<(List<Feature> Features, int Class)> texts, float shrink = Shrink)
    {
        var often = texts.SelectMany(text => text.Features).CountBy(feature => feature.Name).Where(pair => pair.Value > 2).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var weights = often.ToDictionary(name => name, _ => new float[classes.Length], StringComparer.Ordinal);
        var moved = often.ToDictionary(name => name, _ => new float[classes.Length], StringComparer.Ordinal);
        var model = new LinearModel(classes, weights);
        var rows = texts.Select(text => (Features: text.Features.Where(feature => often.Contains(feature.Name)).ToList(), text.Class)).ToList();
        var order = new Random(7);   // the same walk every time
        var walk = Enumerable.Range(0, rows.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(walk);
            foreach (var at in walk)
            {
                Learn(model, weights, moved, rows[at].Features, rows[at].Class, shrink);
            }
        }
        return model;
    }

    private static void Learn(LinearModel model, Dictionary<string, float[]> weights, Dictionary<string, float[]> moved, List<Feature> features, int right, float shrink)
    {
        var error = model.Weigh(features);
        error[right] -= 1;
        foreach (var feature in features)
        {
            var (row, sum) = (weights[feature.Name], moved[feature.Name]);
            for (var at = 0; at < row.Length; at++)
            {
                var slope = (error[at] * feature.Value) + (shrink * row[at]);
                sum[at] += slope * slope;
                row[at] -= Pace * slope / (0.3f + MathF.Sqrt(sum[at]));
            }
        }
    }

    private static string[] Names<T>() where T : struct, Enum => Enum.GetNames<T>();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>A text with what it is, said by a person.</summary>
public sealed record LabelledText(string Id, string Text, FeedbackKind Kind, FeedbackField Field, string Unit, IReadOnlyList<string>? Flags = null, string Topic = "");
