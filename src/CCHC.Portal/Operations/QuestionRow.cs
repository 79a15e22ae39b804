using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;

namespace CCHC.Portal.Operations;

/// <summary>A row of questions.yaml: a question of the form, or a note, and for which kinds and fields; none named means all.</summary>
public sealed record QuestionRow
{
    public string Code { get; init; } = "";
    public string Label { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public string Help { get; init; } = "";
    public string HelpEn { get; init; } = "";
    public QuestionInput Input { get; init; }

    /// <summary>Each choice: the Vietnamese words, and after a bar the English ones.</summary>
    public List<string> Options { get; init; } = [];

    public bool Compulsory { get; init; }
    public int Most { get; init; } = FormQuestion.UsualMost;
    public string Pattern { get; init; } = "";
    public string Wrong { get; init; } = "";
    public string WrongEn { get; init; } = "";
    public bool Past { get; init; }
    public bool Personal { get; init; }
    public List<FeedbackKind> Kinds { get; init; } = [];
    public List<FeedbackField> Fields { get; init; } = [];

    /// <summary>A site that does not ask what the common file asks.</summary>
    public bool Off { get; init; }

    public static QuestionRow Of(FormQuestion kept) => new()
    {
        Code = kept.Code,
        Label = kept.Label,
        LabelEn = kept.LabelEn,
        Help = kept.Help,
        HelpEn = kept.HelpEn,
        Input = kept.Input,
        Options = [.. kept.Options.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        Compulsory = kept.IsCompulsory,
        Most = kept.MostCharacters,
        Pattern = kept.Pattern,
        Wrong = kept.Wrong,
        WrongEn = kept.WrongEn,
        Past = kept.IsPast,
        Personal = kept.IsPersonal,
        Kinds = [.. kept.Kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FeedbackKind>)],
        Fields = [.. kept.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FeedbackField>)],
        Off = kept.IsOff,
    };

    /// <summary>Whether the row can be asked; a wrong one says why.</summary>
    public void Check()
    {
        if (!Regex.IsMatch(Code, "^[a-z0-9][a-z0-9-]{0,39}$"))
        {
            throw new ValidationException($"“{Code}” is no code of a question: small letters, digits and hyphens, at most 40");
        }
        if ((!Off && Label == "") || (!Off && Input == QuestionInput.Choice && Options.Count < 2) || Most is < 1 or > 5000)
        {
            throw new ValidationException($"{Code} needs a label, a choice at least two options, and between 1 and 5000 characters");
        }
        if (Pattern != "")
        {
            try
            {
                _ = new Regex($"^(?:{Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
            {
                throw new ValidationException($"{Code} has a pattern that cannot be used: {wrong.Message}");
            }
        }
    }

    public void Put(FormQuestion kept, int order)
    {
        (kept.Order, kept.Label, kept.LabelEn, kept.Help, kept.HelpEn, kept.Input) = (order, Label, LabelEn, Help, HelpEn, Input);
        (kept.Options, kept.IsCompulsory, kept.MostCharacters) = (string.Join('\n', Options), Compulsory, Most);
        (kept.Pattern, kept.Wrong, kept.WrongEn, kept.IsPast, kept.IsPersonal) = (Pattern, Wrong, WrongEn, Past, Personal);
        (kept.Kinds, kept.Fields, kept.IsOff) = (string.Join(' ', Kinds), string.Join(' ', Fields), Off);
    }
}
