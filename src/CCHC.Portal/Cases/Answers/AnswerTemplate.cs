using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Answers;

/// <summary>Words an answer may start from, for one unit and field or for all; never an answer by itself.</summary>
public sealed class AnswerTemplate : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Null: for every unit.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Null: for every field.</summary>
    public FeedbackField? Field { get; set; }

    public string Checked { get; set; } = "";
    public string Conclusion { get; set; } = "";
    public string NextStep { get; set; } = "";
    public string Contact { get; set; } = "";

    /// <summary>Put away for now, such as out of its season.</summary>
    public bool IsOff { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public Guid? ChangedBy { get; set; }
    public int Version { get; set; }

    public IEnumerable<(string Part, string Text)> Parts => [(nameof(Checked), Checked), (nameof(Conclusion), Conclusion), (nameof(NextStep), NextStep), (nameof(Contact), Contact)];

    /// <summary>The template's words with the case's values; a part nobody wrote stays empty.</summary>
    public AnswerLetter For(IReadOnlyDictionary<string, string> values) => new(
        AnswerVariables.Fill(Checked, values), AnswerVariables.Fill(Conclusion, values), AnswerVariables.Fill(NextStep, values), null, AnswerVariables.Fill(Contact, values));
}
