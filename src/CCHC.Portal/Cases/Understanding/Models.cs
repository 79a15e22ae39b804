namespace CCHC.Portal.Cases.Understanding;

/// <summary>The weights in use: which kind, which field, and whether a text tells of wrong-doing by somebody in office.</summary>
internal sealed record Models(LinearModel Kinds, LinearModel Fields, LinearModel Seal)
{
    public static readonly Models Own = Read();

    private static Models Read()
    {
        using var reader = new StreamReader(Lexicon.Data("weights.tsv"));
        var read = LinearModel.Read(reader);
        return new Models(Named("kind", Enum.GetNames<FeedbackKind>()), Named("field", Enum.GetNames<FeedbackField>()), Named("seal", ["ordinary", Suggestion.Sealed]));

        LinearModel Named(string name, string[] classes) => read.GetValueOrDefault(name) ?? new LinearModel(classes, []);
    }
}
