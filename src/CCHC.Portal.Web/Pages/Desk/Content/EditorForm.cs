using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Everything an editor types for one text: what all kinds share, and the fields of its own kind.</summary>
public sealed partial class EditorForm
{
    private const int LongestTitle = 200, LongestSummary = 600, LongestSlug = 96, LongestNote = 300;

    private EditorForm(ContentType type, IReadOnlyList<BodyField> fields) => (Type, Fields) = (type, fields);

    public ContentType Type { get; }
    public IReadOnlyList<BodyField> Fields { get; }
    public string Title { get; private init; } = "";
    public string Summary { get; private init; } = "";
    public string Slug { get; private init; } = "";
    public IReadOnlySet<string> Topics { get; private init; } = new HashSet<string>();

    /// <summary>The code of the unit that answers for it.</summary>
    public string? OwnerUnit { get; init; }

    public int? CheckEveryMonths { get; private init; }

    /// <summary>The day it is meant to appear.</summary>
    public DateOnly? PlannedOn { get; private init; }

    /// <summary>What changed, told to readers.</summary>
    public string ChangeNote { get; private init; } = "";

    /// <summary>The translator says that it says what the Vietnamese text says now.</summary>
    public bool Matches { get; private init; }

    public List<Problem> Problems { get; } = [];

    /// <summary>An empty form, or one that begins with a frame of headings.</summary>
    public static EditorForm Empty(ContentType type, string? unit = null, string? text = null) => new(type, BodyForm.Of(type, type.Empty() with { Text = text ?? "" })) { OwnerUnit = unit };

    public static EditorForm Of(Edition edition) => new(edition.Kind, BodyForm.Of(edition.Kind, edition.Body))
    {
        Title = edition.Title,
        Summary = edition.Summary,
        Slug = edition.Slug,
        Topics = edition.Topics.Select(topic => topic.Topic).ToHashSet(),
        OwnerUnit = edition.Item?.OwnerUnit,
        CheckEveryMonths = edition.Item?.CheckEveryMonths,
        PlannedOn = edition.IsWritable ? edition.PlannedOn : null,
        ChangeNote = edition.IsWritable ? edition.ChangeNote : "",
    };

    public static EditorForm Of(ContentType type, IFormCollection sent) =>
        new(type, BodyForm.Of(type, sent.ToDictionary(pair => pair.Key, pair => pair.Value), sent["Add"].ToString()))
        {
            Title = VietnameseText.CleanLine(sent["Title"]),
            Summary = VietnameseText.CleanLine(sent["Summary"]),
            Slug = sent["Slug"].ToString().Trim(),
            Topics = sent["Topics"].OfType<string>().ToHashSet(),
            OwnerUnit = sent["OwnerUnit"].ToString() is { Length: > 0 } unit ? unit : null,
            CheckEveryMonths = int.TryParse(sent["CheckEveryMonths"], CultureInfo.InvariantCulture, out var months) ? Math.Clamp(months, 1, 60) : null,
            PlannedOn = DateOnly.TryParseExact(sent["PlannedOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            ChangeNote = VietnameseText.CleanLine(sent["ChangeNote"]),
            Matches = sent["Matches"] == "1",
        };

    /// <summary>The body, after everything that cannot be saved was named.</summary>
    public ContentBody Check()
    {
        if (Title == "")
        {
            Problems.Add(new("Title", "Hãy viết tiêu đề."));
        }
        if (Title.Length > LongestTitle)
        {
            Problems.Add(new("Title", $"Tiêu đề dài quá {LongestTitle} ký tự."));
        }
        if (Summary.Length > LongestSummary)
        {
            Problems.Add(new("Summary", $"Tóm tắt dài quá {LongestSummary} ký tự."));
        }
        if (ChangeNote.Length > LongestNote)
        {
            Problems.Add(new("ChangeNote", $"Ghi chú thay đổi dài quá {LongestNote} ký tự."));
        }
        if (Slug != "" && (Slug.Length > LongestSlug || !SlugLetters().IsMatch(Slug)))
        {
            Problems.Add(new("Slug", "Địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang."));
        }
        var body = BodyMaking.Body(Type, Fields, Problems);
        if (Type.Complete)
        {
            Problems.AddRange(Type.Missing(body).Select(missing => new Problem("Body." + (missing.Field ?? Type.Fields[0].Name), missing.Words)));
        }
        return body;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex SlugLetters();
}
