using System.Globalization;
using System.Text.Json.Nodes;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Makes the body out of what was typed, and says field by field what cannot be read.</summary>
public static class BodyMaking
{
    /// <summary>The body; what cannot be read is left out of it and named among the problems.</summary>
    public static ContentBody Body(ContentType type, IReadOnlyList<BodyField> form, List<Problem> problems)
    {
        var body = type.Read(Json(form, problems).ToJsonString());
        foreach (var field in form)
        {
            Check(field, body, problems);
        }
        return body;
    }

    private static JsonObject Json(IEnumerable<BodyField> fields, List<Problem> problems)
    {
        var json = new JsonObject();
        foreach (var field in fields.Where(field => !field.IsEmpty))   // left out: the record's own beginning stands
        {
            if (field.Control == BodyControl.Rows)
            {
                var rows = field.Sets.Where(set => set.Any(part => !part.IsEmpty)).Select(set => (JsonNode)Json(set, problems)).ToArray();
                json[field.Field.Name] = field.Grows ? new JsonArray(rows) : rows[0];
            }
            else if (Value(field, problems) is { } value)
            {
                json[field.Field.Name] = value;
            }
        }
        return json;
    }

    private static JsonNode? Value(BodyField field, List<Problem> problems)
    {
        var text = field.Text.Trim();
        switch (field.Control)
        {
            case BodyControl.Tick:
                return JsonValue.Create(text == "true");
            case BodyControl.Ticks:
                return new JsonArray([.. field.Typed.Where(one => IsChoice(field.Field.Element!, one)).Distinct().Select(one => (JsonNode)JsonValue.Create(one))]);
            case BodyControl.Choice:
                return IsChoice(field.Field.ValueType, text) ? JsonValue.Create(text) : Wrong(field, "hãy chọn một mục trong danh sách", problems);
            case BodyControl.Number:
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : Wrong(field, "hãy nhập một số nguyên", problems);
            case BodyControl.Measure:
                return TypedNumber.Read(text) is { } measured ? JsonValue.Create(measured) : Wrong(field, "hãy nhập một số, dạng 92,4", problems);
            case BodyControl.Date:
                return Day(text) is { } day ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : Wrong(field, "ngày viết dạng 31/12/2026", problems);
            case BodyControl.Time:
                return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                    ? JsonValue.Create(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : Wrong(field, "giờ viết dạng 7:30", problems);
            case BodyControl.Lines:
                return new JsonArray([.. VietnameseText.Clean(text).Split('\n').Select(VietnameseText.CleanLine).Where(line => line != "").Select(line => (JsonNode)JsonValue.Create(line))]);
            case BodyControl.Area or BodyControl.Markdown:
                return JsonValue.Create(VietnameseText.Clean(text));
            default:
                return JsonValue.Create(VietnameseText.CleanLine(text));
        }
    }

    private static void Check(BodyField field, object holder, List<Problem> problems)
    {
        if (field.Field.Wrong(holder) is { } wrong)
        {
            problems.Add(new Problem(field.Name, wrong));
        }
        if (field.Control == BodyControl.Markdown && MarkdownText.Problem(field.Field.Of(holder) as string) is { } unreadable)
        {
            problems.Add(new Problem(field.Name, unreadable));
        }
        if (field.Control != BodyControl.Rows || field.Field.Of(holder) is not { } value)
        {
            return;
        }
        var rows = value is System.Collections.IEnumerable list ? list.Cast<object>() : [value];
        foreach (var (set, row) in field.Sets.Where(set => set.Any(part => !part.IsEmpty)).Zip(rows))
        {
            foreach (var part in set)
            {
                Check(part, row, problems);
            }
        }
    }

    private static JsonNode? Wrong(BodyField field, string words, List<Problem> problems)
    {
        problems.Add(new Problem(field.Name, $"{field.Field.Vi}: {words}."));
        return null;
    }

    private static bool IsChoice(Type choices, string text) => Enum.GetNames(choices).Contains(text);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
