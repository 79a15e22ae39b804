using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>
/// A field of a body as the text of one cell, and back. A list is one line for each; a row of a table is one line, its parts
/// parted by " | " in their declared order; a bar, a backslash or a line break within a part is written \|, \\ and \n.
/// </summary>
public static class BodyCells
{
    public static string Cell(ContentField field, object? value) => value switch
    {
        null => "",
        IEnumerable list and not string => string.Join('\n', list.Cast<object>().Select(one => field.RowType is null ? Escaped(Plain(one)) : Line(field, one))),
        _ when field.RowType is not null => Line(field, value),
        _ => Plain(value),
    };

    /// <summary>The JSON for what a cell says; null for an empty one. What cannot be read is said in words.</summary>
    public static JsonNode? Node(ContentField field, string cell, List<string> problems)
    {
        var text = VietnameseText.Clean(cell).Trim();
        if (text == "")
        {
            return field.Element is not null ? new JsonArray() : field.ValueType.IsEnum && field.Type == field.ValueType ? JsonValue.Create(Enum.GetNames(field.ValueType)[0]) : null;
        }
        var lines = text.Split('\n').Where(line => line.Trim() != "").ToList();
        if (field.RowType is not null)
        {
            return field.Element is null ? Row(field, lines[0], problems) : new JsonArray([.. lines.Select(line => (JsonNode)Row(field, line, problems))]);
        }
        return field.Element is null ? Value(field, field.ValueType, text, problems)
            : new JsonArray([.. lines.Select(line => Value(field, field.Element, string.Join(" | ", Parts(line)), problems)).OfType<JsonNode>()]);
    }

    private static string Line(ContentField field, object row)
    {
        var parts = field.Parts.Select(part => Escaped(part.Of(row) is { } value ? Plain(value) : "")).ToList();
        return string.Join(" | ", parts.Take(parts.FindLastIndex(part => part != "") + 1));
    }

    private static JsonObject Row(ContentField field, string line, List<string> problems)
    {
        var (row, said) = (new JsonObject(), Parts(line));
        if (said.Count > field.Parts.Count)
        {
            problems.Add($"{field.Vi}: dòng “{Short(line)}” có {said.Count} phần, nhiều nhất {field.Parts.Count}.");
        }
        foreach (var (part, text) in field.Parts.Zip(said).Where(pair => pair.Second != ""))
        {
            if (Value(part, part.ValueType, text, problems) is { } value)
            {
                row[part.Name] = value;
            }
        }
        return row;
    }

    private static JsonNode? Value(ContentField field, Type type, string text, List<string> problems)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice ? JsonValue.Create(choice)
                : Wrong($"{field.Vi}: “{Short(text)}” không có trong danh sách ({string.Join(", ", Enum.GetNames(type))}).", problems);
        }
        if (type == typeof(bool))
        {
            return VietnameseText.Fold(text) switch { "1" or "true" or "co" or "x" => JsonValue.Create(true), "0" or "false" or "khong" => JsonValue.Create(false), _ => Wrong($"{field.Vi}: hãy ghi có hoặc không.", problems) };
        }
        if (type == typeof(int))
        {
            return int.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                : Wrong($"{field.Vi}: “{Short(text)}” không phải số nguyên.", problems);
        }
        if (type == typeof(decimal))
        {
            return TypedNumber.Read(text) is { } measured ? JsonValue.Create(measured) : Wrong($"{field.Vi}: “{Short(text)}” không phải số, dạng 92,4.", problems);
        }
        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(text.Split(' ')[0], ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : Wrong($"{field.Vi}: “{Short(text)}” không phải ngày dạng 31/12/2026.", problems);
        }
        return JsonValue.Create(text);
    }

    private static JsonNode? Wrong(string words, List<string> problems)
    {
        problems.Add(words);
        return null;
    }

    private static string Plain(object value) => value switch
    {
        bool yes => yes ? "có" : "không",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static List<string> Parts(string line)
    {
        var (parts, part) = (new List<string>(), new StringBuilder());
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length)
            {
                part.Append(line[++at] == 'n' ? '\n' : line[at]);
            }
            else if (line[at] == '|')
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(line[at]);
            }
        }
        parts.Add(part.ToString().Trim());
        return parts;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
