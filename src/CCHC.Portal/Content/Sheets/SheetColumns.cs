using System.Text.Json.Nodes;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>The columns of a file of procedures, with what each holds: title and summary, then every declared field.</summary>
public static class SheetColumns
{
    public const string Title = "title", Summary = "summary", Code = "code";

    private static readonly string[] LeftOut = [nameof(ContentBody.Cover), nameof(ContentBody.CoverCaption)];

    public static readonly IReadOnlyList<ContentField> Fields = [.. ContentTypes.Procedure.Fields.Where(field => !LeftOut.Contains(field.Name))];

    public static readonly IReadOnlyList<string> All = [Title, Summary, .. Fields.Select(NameOf)];

    public static string NameOf(ContentField field) => char.ToLowerInvariant(field.Name[0]) + field.Name[1..];

    /// <summary>What to write in the cells of a field, in Vietnamese.</summary>
    public static string HowTo(ContentField field) => field switch
    {
        { RowType: not null } => (field.Element is null ? "Một dòng: " : "Mỗi dòng một mục: ") + string.Join(" | ", field.Parts.Select(part => part.Vi + Choices(part.ValueType))),
        { Element: not null } => "Mỗi dòng một mục",
        _ when field.ValueType.IsEnum => "Một trong:" + Choices(field.ValueType),
        _ when field.ValueType == typeof(bool) => "có hoặc không",
        _ when field.ValueType == typeof(DateOnly) => "Ngày, dạng 2026-12-31 hoặc 31/12/2026",
        _ => field.Example is { } example ? "Chữ, ví dụ " + example : "Chữ",
    } + (field.IsRequired ? " (cần có)" : "");

    /// <summary>A procedure as a row of cells, in the order of <see cref="All"/>.</summary>
    public static string[] Row(Edition edition)
    {
        var body = edition.Body;
        return [edition.Title, edition.Summary, .. Fields.Select(field => BodyCells.Cell(field, field.Of(body)))];
    }

    /// <summary>The same as one JSON object whose values are those of the cells.</summary>
    public static JsonObject Json(Edition edition) => new(All.Zip(Row(edition)).Select(pair => KeyValuePair.Create(pair.First, (JsonNode?)JsonValue.Create(pair.Second))));

    // An apostrophe that was there is doubled, so that the one put before a formula can be told from it.
    public static string Guarded(string cell) => cell.StartsWith('\'') ? "'" + cell : cell;

    public static string Unguarded(string cell) => cell is ['\'', .. var rest] && (rest.StartsWith('\'') || SheetText.LooksLikeFormula(rest)) ? rest : cell;

    private static string Choices(Type type) => type.IsEnum ? $" ({string.Join(", ", Enum.GetNames(type))})" : "";
}
