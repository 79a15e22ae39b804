using YamlDotNet.Serialization;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>The routing table that a fresh site starts with: what a suggestion goes by where no site's own table is at hand.</summary>
internal static class SeededTable
{
    public static readonly IReadOnlyList<RoutingRule> Rules = Read();

    private static RoutingRule[] Read()
    {
        using var reader = new StreamReader(Lexicon.Data("routing.yaml"));
        return [.. new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(reader).Select((row, order) => new RoutingRule
        {
            Order = order,
            Kind = Enum.TryParse<FeedbackKind>(Word(row, "kind"), out var kind) ? kind : null,
            Field = Enum.TryParse<FeedbackField>(Word(row, "field"), out var field) ? field : null,
            Place = Word(row, "place"),
            Tag = Word(row, "tag"),
            UnitCode = Word(row, "unit"),
        })];
    }

    private static string Word(Dictionary<string, object> row, string name) => row.GetValueOrDefault(name) as string ?? "";
}
