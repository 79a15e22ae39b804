using System.Globalization;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>A multinomial logistic regression: for every feature one weight a class, readable in weights.tsv.</summary>
internal sealed class LinearModel(IReadOnlyList<string> classes, Dictionary<string, float[]> weights)
{
    public IReadOnlyList<string> Classes => classes;
    public IReadOnlyDictionary<string, float[]> Weights => weights;

    public float[] Weigh(List<Feature> features)
    {
        var scores = new float[classes.Count];
        foreach (var feature in features)
        {
            if (weights.TryGetValue(feature.Name, out var row))
            {
                for (var at = 0; at < row.Length; at++)
                {
                    scores[at] += row[at] * feature.Value;
                }
            }
        }
        return Shares(scores);
    }

    /// <summary>How much this feature spoke for that class.</summary>
    public float Spoke(Feature feature, int forClass) => weights.TryGetValue(feature.Name, out var row) ? row[forClass] * feature.Value : 0;

    public static float[] Shares(float[] scores)
    {
        var most = scores.Max();
        var sum = 0f;
        for (var at = 0; at < scores.Length; at++)
        {
            sum += scores[at] = MathF.Exp(scores[at] - most);
        }
        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] /= sum;
        }
        return scores;
    }

    /// <summary>Reads the models that stand one after the other in a weights file.</summary>
    public static IReadOnlyDictionary<string, LinearModel> Read(TextReader file)
    {
        var models = new Dictionary<string, LinearModel>();
        Dictionary<string, float[]> rows = [];
        while (file.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (line.StartsWith('='))
            {
                models[cells[0][1..]] = new LinearModel(cells[1..], rows = new Dictionary<string, float[]>(StringComparer.Ordinal));
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                rows[cells[0]] = [.. cells[1..].Select(cell => cell.Length == 0 ? 0 : short.Parse(cell, CultureInfo.InvariantCulture) / 100f)];
            }
        }
        return models;
    }

    public void Write(string name, TextWriter file)
    {
        file.Write($"={name}\t{string.Join('\t', classes)}\n");
        foreach (var (feature, row) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var cells = row.Select(weight => (int)MathF.Round(weight * 100)).Select(weight => weight == 0 ? "" : weight.ToString(CultureInfo.InvariantCulture)).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                file.Write($"{feature}\t{string.Join('\t', cells)}\n");
            }
        }
    }
}
