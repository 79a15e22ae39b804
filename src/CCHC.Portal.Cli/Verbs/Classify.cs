using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Portal.Cases.Understanding;

namespace CCHC.Portal.Cli.Verbs;

internal static class Classify
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Verb Verb = new("classify --in FILE --out FILE", "Suggests kind, field, unit and flags for lines of {\"id\",\"text\"}, with the words that decided.", async (asked, stop) =>
    {
        var lines = await ReadLines(asked["in"], stop);
        var answers = new string[lines.Length];
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < lines.Length; at++)
        {
            answers[at] = Answer(lines[at], at + 1);
        }
        watch.Stop();
        await File.WriteAllLinesAsync(asked["out"], answers, stop);
        await asked.Say($"{lines.Length} texts in {watch.ElapsedMilliseconds} ms, {lines.Length / Math.Max(0.001, watch.Elapsed.TotalSeconds):0} texts a second.");
        return 0;
    });

    public static readonly Verb Train = new("classify train --in FILE --out FILE", "Makes the weights of the text understanding from labelled texts.", async (asked, stop) =>
    {
        var texts = Training.Read(asked["in"]);
        await using var file = new StreamWriter(asked["out"]);
        Training.Write(texts, file);
        await asked.Say($"Weights from {texts.Count} texts.");
        return 0;
    });

    public static readonly Verb Score = new("classify score --in FILE [--seen]", "Scores the text understanding on labelled texts: each is judged by a model that has not seen it (--seen: by the one in use).", async (asked, stop) =>
    {
        foreach (var line in Scoring.Report(Training.Read(asked["in"]), asked.Has("seen")))
        {
            await asked.Say(line);
        }
        return 0;
    });

    private static async Task<string[]> ReadLines(string file, CancellationToken stop) =>
        File.Exists(file) ? [.. (await File.ReadAllLinesAsync(file, stop)).Where(line => !string.IsNullOrWhiteSpace(line))] : throw new CommandProblem($"There is no file {file}.");

    private static string Answer(string line, int number)
    {
        var (id, text) = Read(line, number);
        var suggestion = Suggestions.For(text);
        return JsonSerializer.Serialize(new
        {
            Id = id,
            Kind = suggestion.Kind.ToString(),
            Field = suggestion.Field.ToString(),
            suggestion.Unit,
            suggestion.Flags,
            Confidence = Math.Round((decimal)suggestion.Confidence, 3),
            Because = suggestion.Because.Select(reason => reason.Words).Distinct(),
        }, Json);
    }

    // The id comes back as it came: a number stays a number.
    private static (JsonElement Id, string? Text) Read(string line, int number)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            var text = read.RootElement.TryGetProperty("text", out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
            return (read.RootElement.GetProperty("id").Clone(), text);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandProblem($"Line {number} is not {{\"id\":…,\"text\":…}}: {wrong.Message}");
        }
    }
}
