using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>Makes the weights from labelled texts: stochastic gradient with AdaGrad, always in the same order, so that the same texts make the same weights.</summary>
public static class Training
{
    private const int Rounds = 24;
    private const float Pace = 0.35f, Shrink = 4e-5f;

    public static void Write(IReadOnlyList<LabelledText> texts, TextWriter file)
    {
        var (kinds, fields) = Train(texts);
        file.Write("// Made by `portal classify train` from the labelled texts: feature, then one weight a class in hundredths. # marks a cue of the lexicon or the shape of a text.\n");
        kinds.Write("kind", file);
        fields.Write("field", file);
    }

    internal static (LinearModel Kinds, LinearModel Fields) Train(IReadOnlyList<LabelledText> texts)
    {
        // Everybody's text as typed and without its marks: what a phone without Vietnamese sends is half of what comes.
        var read = texts.SelectMany(text => new[] { (text, Features(text.Text)), (text, Features(VietnameseText.Fold(text.Text))) }).ToList();
        return (Train(Names<FeedbackKind>(), [.. read.Select(one => (one.Item2, (int)one.text.Kind))]),
            Train(Names<FeedbackField>(), [.. read.Where(one => one.text.Kind is not (FeedbackKind.Spam or FeedbackKind.Denunciation)).Select(one => (one.Item2, (int)one.text.Field))]));
    }

    public static IReadOnlyList<LabelledText> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledText>(line, Json)!)];

    private static LinearModel Train(string[] classes, List<(List<Feature> Features, int Class)> texts)
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
                Learn(model, weights, moved, rows[at].Features, rows[at].Class);
            }
        }
        return model;
    }

    private static void Learn(LinearModel model, Dictionary<string, float[]> weights, Dictionary<string, float[]> moved, List<Feature> features, int right)
    {
        var error = model.Weigh(features);
        error[right] -= 1;
        foreach (var feature in features)
        {
            var (row, sum) = (weights[feature.Name], moved[feature.Name]);
            for (var at = 0; at < row.Length; at++)
            {
                var slope = (error[at] * feature.Value) + (Shrink * row[at]);
                sum[at] += slope * slope;
                row[at] -= Pace * slope / (0.3f + MathF.Sqrt(sum[at]));
            }
        }
    }

    private static List<Feature> Features(string text) => new Reading(text).Features();

    private static string[] Names<T>() where T : struct, Enum => Enum.GetNames<T>();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>A text with what it is, said by a person.</summary>
public sealed record LabelledText(string Id, string Text, FeedbackKind Kind, FeedbackField Field, string Unit, IReadOnlyList<string>? Flags = null, string Topic = "");
