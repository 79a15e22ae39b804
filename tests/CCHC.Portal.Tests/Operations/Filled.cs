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

    private static object? Value(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => Text(name),
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => name == "Year" ? 2025 : 7,
            _ when plain == typeof(DateOnly) => new DateOnly(2026, 10, 9),
            _ when plain == typeof(TimeOnly) => new TimeOnly(7, 30),
            _ when plain == typeof(DateTimeOffset) => Given.Morning,
            { IsEnum: true } => Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1),
            { IsGenericType: true } when plain.GetGenericTypeDefinition() == typeof(List<>) => List(plain, name),
            { IsClass: true } => Row(plain),
            _ => null,
        };
    }

    // What the rules of a field let pass; a Markdown text of several lines where there is no rule.
    private static string Text(string name) => name switch
    {
        "Phone" => "0225 384 2000",
        "Url" or "OnlineUrl" or "Link" or "Address" or "SourceUrl" => "https://vidu.vn/trang?a=1&b=2#c",
        "WhereLink" => "/mot-cua",
        "Icon" => "bank",
        "Code" => "1.004222",
        "Roman" => "IV",
        "Text" or "Answer" or "Transcript" => "Dòng một: “có ngoặc”.\n\n- mục #1\n- mục 'hai'\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        _ when name.EndsWith("File", StringComparison.Ordinal) || name is "Cover" or "Poster" or "Captions" or "Conclusion" => "hall.webp",
        _ => $"{name}: chữ có dấu",
    };

    private static IList List(Type type, string name)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        list.Add(Value(type.GetGenericArguments()[0], name));
        list.Add(Value(type.GetGenericArguments()[0], name));
        return list;
    }

    private static object Row(Type type)
    {
        var row = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(row, Value(property.PropertyType, property.Name));
        }
        return row;
    }
}
