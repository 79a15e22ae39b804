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

    /// <summary>Null: for every kind of message.</summary>
    public FeedbackKind? Kind { get; set; }

    /// <summary>Null: in every state in which an answer is written.</summary>
    public FeedbackState? State { get; set; }

    public string Checked { get; set; } = "";
    public string Conclusion { get; set; } = "";
    public string NextStep { get; set; } = "";
    public string Contact { get; set; } = "";

    /// <summary>Put away for now.</summary>
    public bool IsOff { get; set; }

    /// <summary>Put away from this day on, such as out of its season; null: at once, when <see cref="OffUntil"/> is said.</summary>
    public DateOnly? OffFrom { get; set; }

    /// <summary>The last day of being put away; null: for good, when <see cref="OffFrom"/> is said.</summary>
    public DateOnly? OffUntil { get; set; }

    /// <summary>The states in which an answer may be begun.</summary>
    public static readonly IReadOnlyList<FeedbackState> States = [FeedbackState.InTriage, FeedbackState.Assigned, FeedbackState.Waiting];

    public DateTimeOffset ChangedAt { get; set; }
    public Guid? ChangedBy { get; set; }
    public int Version { get; set; }

    public IEnumerable<(string Part, string Text)> Parts => [(nameof(Checked), Checked), (nameof(Conclusion), Conclusion), (nameof(NextStep), NextStep), (nameof(Contact), Contact)];

    public bool IsOffOn(DateOnly today) => IsOff || ((OffFrom is not null || OffUntil is not null) && (OffFrom ?? today) <= today && today <= (OffUntil ?? today));

    public bool Fits(Feedback feedback) => (UnitId is null || UnitId == feedback.UnitId) && (Field is null || Field == feedback.Field) && (Kind is null || Kind == feedback.Kind) && (State is null || State == feedback.State);

    /// <summary>The template's words with the case's values; a part nobody wrote stays empty.</summary>
    public AnswerLetter For(IReadOnlyDictionary<string, string> values) => new(
        AnswerVariables.Fill(Checked, values), AnswerVariables.Fill(Conclusion, values), AnswerVariables.Fill(NextStep, values), null, AnswerVariables.Fill(Contact, values));
}
