using System.Collections;
using CCHC.Portal.Content;

namespace CCHC.Portal.Tests.Operations;

/// <summary>A body of any kind with something in each of its fields, so that a new kind of content is tested without a line here.</summary>
internal static class Filled
{
    public static ContentBody Body(ContentType type)
    {
        var body = type.Empty();
        foreach (var property in type.Body.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(body, Value(property.PropertyType, property.Name));
        }
        // Some fields stand for one another: what a rule does not allow together is left out.
        foreach (var property in type.Body.GetProperties().Where(property => property.CanWrite && property.PropertyType == typeof(string)))
        {
            var (said, wrong) = (property.GetValue(body), body.Problems().Count());
            property.SetValue(body, null);
            property.SetValue(body, wrong > 0 && body.Problems().Count() < wrong ? null : said);
        }
        return body;
    }

    // The second row of a list differs from the first, and what ends or is the most lies above what begins.
    private static object? Value(Type type, string name, int at = 0)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => Text(name) + (at > 0 && name is ("Name" or "Ask" or "Choices") ? " khác" : ""),
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => name switch { "Year" => 2025 + at, "CarriedOver" or "Received" => 14, _ => 7 },
            _ when plain == typeof(decimal) => name switch { "ScaleFrom" => 0m, "ScaleTo" or "Most" => 100m, _ => 5.5m },
            _ when plain == typeof(DateOnly) => name.EndsWith("Until", StringComparison.Ordinal) && name != "EffectiveUntil" ? new DateOnly(2026, 12, 9) : new DateOnly(2026, 10, 9).AddDays(name == "From" ? -at : 0),
            _ when plain == typeof(TimeOnly) => new TimeOnly(7, 30),
            _ when plain == typeof(DateTimeOffset) => Given.Morning,
            { IsEnum: true } => Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1),
            { IsGenericType: true } when plain.GetGenericTypeDefinition() == typeof(List<>) => List(plain, name),
            { IsClass: true } => Row(plain, at),
            _ => null,
        };
    }

    // What the rules of a field let pass; a Markdown text of several lines where there is no rule.
    private static string Text(string name) => name switch
    {
        "Phone" => "0225 384 2000",
        "Email" => "hop.thu@example.vn",
        "Url" or "OnlineUrl" or "Link" or "Address" or "SourceUrl" => "https://vidu.vn/trang?a=1&b=2#c",
        "WhereLink" => "/mot-cua",
        "Icon" => "bank",
        "Code" => "1.004222",
        "Roman" => "IV",
        "Right" => "Choices: chữ có dấu",   // one of the choices
        "Text" or "Answer" or "Transcript" => "Dòng một: “có ngoặc”.\n\n- mục #1\n- mục 'hai'\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        _ when name.EndsWith("File", StringComparison.Ordinal) || name is "Cover" or "Poster" or "Captions" or "Conclusion" => "hall.webp",
        _ => $"{name}: chữ có dấu",
    };

    private static IList List(Type type, string name)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        list.Add(Value(type.GetGenericArguments()[0], name));
        list.Add(Value(type.GetGenericArguments()[0], name, 1));
        return list;
    }

    private static object Row(Type type, int at)
    {
        var row = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(row, Value(property.PropertyType, property.Name, at));
        }
        return row;
    }
}
