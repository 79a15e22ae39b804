using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CCHC.Portal.Cases.Asking;

/// <summary>What somebody answered to a question of the form, with the question as it was asked; a personal one has its words elsewhere, encrypted.</summary>
public sealed record GivenAnswer(string Code, string Label, string LabelEn, string Text, string TextEn = "", bool IsPersonal = false)
{
    public const string Covered = "•••";

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Without its words, as it stands for whoever has not asked to see it.</summary>
    [JsonIgnore] public GivenAnswer Masked => IsPersonal ? this with { Text = "", TextEn = "" } : this;

    /// <summary>As shown until someone asks, on record, to see it.</summary>
    [JsonIgnore] public string Shown => IsPersonal && Text == "" ? Covered : Text;

    public string LabelIn(string culture) => culture == "en" && LabelEn != "" ? LabelEn : Label;

    public string TextIn(string culture) => culture == "en" && TextEn != "" ? TextEn : Shown;

    /// <summary>As a case keeps it; nothing for no answers.</summary>
    public static string Write(IReadOnlyCollection<GivenAnswer> answers) => answers.Count == 0 ? "" : JsonSerializer.Serialize(answers, Written);

    public static IReadOnlyList<GivenAnswer> Read(string kept) => kept == "" ? [] : JsonSerializer.Deserialize<List<GivenAnswer>>(kept)!;
}
