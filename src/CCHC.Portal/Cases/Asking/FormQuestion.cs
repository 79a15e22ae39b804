using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Asking;

/// <summary>A question, or a word of help, that the form shows for some kinds and fields: data of the site.</summary>
public sealed class FormQuestion : ISiteOwned
{
    public const int UsualMost = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string Code { get; init; }
    public int Order { get; set; }
    public string Label { get; set; } = "";
    public string LabelEn { get; set; } = "";
    public string Help { get; set; } = "";
    public string HelpEn { get; set; } = "";
    public QuestionInput Input { get; set; }

    /// <summary>The choices, one a line: the Vietnamese words, and after a bar the English ones.</summary>
    public string Options { get; set; } = "";

    public bool IsCompulsory { get; set; }
    public int MostCharacters { get; set; } = UsualMost;

    /// <summary>What an answer must look like, as a regular expression over the whole of it; empty when it may be anything.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>What is said of an answer that does not look so.</summary>
    public string Wrong { get; set; } = "";

    public string WrongEn { get; set; } = "";

    /// <summary>Of a date: it cannot lie after today.</summary>
    public bool IsPast { get; set; }

    /// <summary>The answer tells who somebody is: kept encrypted, shown like a contact.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>For which kinds and fields, separated by spaces; empty means all.</summary>
    public string Kinds { get; set; } = "";

    public string Fields { get; set; } = "";

    /// <summary>Not asked at this site.</summary>
    public bool IsOff { get; set; }

    public bool IsAsked => !IsOff && Input != QuestionInput.Note;

    public IReadOnlyList<(string Words, string English)> Choices =>
        [.. Options.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : parts[0]))];

    public bool IsFor(FeedbackKind? kind, FeedbackField? field) => !IsOff && kind is not null && field is not null && Names(Kinds, kind.Value) && Names(Fields, field.Value);

    public string LabelIn(string culture) => In(culture, Label, LabelEn);

    public string HelpIn(string culture) => In(culture, Help, HelpEn);

    /// <summary>What is wrong with this answer, in words; null when nothing is.</summary>
    public string? Judge(string typed, DateOnly today, string culture)
    {
        var (label, english) = (LabelIn(culture), culture == "en");
        if (typed == "")
        {
            return !IsCompulsory ? null : english ? $"Answer this: {label}" : $"Hãy trả lời: {label}";
        }
        if (typed.Length > MostCharacters)
        {
            return english ? $"{label}: more than {MostCharacters} characters" : $"{label}: dài quá {MostCharacters} ký tự";
        }
        return Input switch
        {
            QuestionInput.Date when Day(typed) is not { } day => english ? $"{label}: write day, month and year, for example 08/11/2026" : $"{label}: nhập ngày, tháng, năm, ví dụ 08/11/2026",
            QuestionInput.Date when IsPast && Day(typed) > today => english ? $"{label}: this day cannot be after today" : $"{label}: ngày này không thể ở sau hôm nay",
            QuestionInput.Number when !Regex.IsMatch(typed, @"^\d{1,3}([ .]?\d{3})*$|^\d+$", RegexOptions.NonBacktracking) => english ? $"{label}: digits only" : $"{label}: chỉ nhập chữ số",
            QuestionInput.Choice when !Choices.Any(choice => choice.Words == typed) => english ? $"{label}: choose one of the lines" : $"{label}: hãy chọn một dòng",
            _ when Pattern != "" && !Regex.IsMatch(typed, $"^(?:{Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) => In(culture, Wrong, WrongEn) is { Length: > 0 } words ? words : english ? $"{label}: please check this" : $"{label}: chưa đúng, hãy xem lại",
            _ => null,
        };
    }

    /// <summary>The answer as it is kept: a date the way it is read, a choice in both languages.</summary>
    public GivenAnswer Take(string typed)
    {
        var words = Input == QuestionInput.Date && Day(typed) is { } day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : typed;
        return new GivenAnswer(Code, Label, LabelEn, words, Input == QuestionInput.Choice ? Choices.FirstOrDefault(choice => choice.Words == typed).English ?? "" : "", IsPersonal);
    }

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900 ? day : null;

    private static bool Names<T>(string list, T value) where T : struct, Enum => list == "" || list.Split(' ').Contains(value.ToString());

    private static string In(string culture, string vietnamese, string english) => culture == "en" && english != "" ? english : vietnamese;
}
