using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using Microsoft.Extensions.Primitives;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>
/// The form of a body, made from the fields its record declares. A field of rows is a run of numbered sets
/// (Body.Steps.0.Title), always with an empty one at the end; a set with nothing in it does not count.
/// </summary>
public static class BodyForm
{
    private const int MostSets = 60;

    public static string NameOf(ContentField field) => "Body." + field.Name;

    /// <summary>The form as the body fills it.</summary>
    public static IReadOnlyList<BodyField> Of(ContentType type, ContentBody body) =>
        [.. type.Fields.Select(field => Filled(field, NameOf(field), body))];

    /// <summary>The form as it was sent, sets and all; the field named in <paramref name="grow"/> gets one set more.</summary>
    public static IReadOnlyList<BodyField> Of(ContentType type, IReadOnlyDictionary<string, StringValues> sent, string? grow) =>
        [.. type.Fields.Select(field => Sent(field, NameOf(field), sent, field.Name == grow))];

    private static BodyField Filled(ContentField field, string name, object holder)
    {
        var value = field.Of(holder);
        if (field.RowType is null)
        {
            return new BodyField(field, name, Texts(value), []);
        }
        var rows = value is System.Collections.IEnumerable list ? list.Cast<object>().ToList() : value is null ? [] : [value];
        if (field.Element is not null || rows.Count == 0)
        {
            rows.Add(Activator.CreateInstance(field.RowType)!);
        }
        // The last one of a list is the empty set; what its type starts with (midnight, 0) is not something typed.
        return new BodyField(field, name, [], [.. rows.Select((row, at) => (IReadOnlyList<BodyField>)[.. field.Parts.Select(part =>
            at == rows.Count - 1 && (field.Element is not null || value is null)
                ? new BodyField(part, $"{name}.{at}.{part.Name}", [], [])
                : Filled(part, $"{name}.{at}.{part.Name}", row))])]);
    }

    private static BodyField Sent(ContentField field, string name, IReadOnlyDictionary<string, StringValues> sent, bool grow)
    {
        if (field.RowType is null)
        {
            return new BodyField(field, name, sent.TryGetValue(name, out var typed) ? [.. typed.Select(text => text ?? "")] : [], []);
        }
        var count = 0;
        while (count < MostSets && field.Parts.Any(part => sent.ContainsKey($"{name}.{count}.{part.Name}")))
        {
            count++;
        }
        count = Math.Clamp(count + (grow && field.Element is not null ? 1 : 0), 1, MostSets);
        return new BodyField(field, name, [], [.. Enumerable.Range(0, count).Select(at =>
            (IReadOnlyList<BodyField>)[.. field.Parts.Select(part => Sent(part, $"{name}.{at}.{part.Name}", sent, grow: false))])]);
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        bool yes => yes ? ["true"] : [],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        decimal number => [TypedNumber.Write(number)],
        TimeOnly time => [time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        IEnumerable<string> lines => [string.Join('\n', lines)],
        System.Collections.IEnumerable list => [.. list.Cast<object>().Select(one => one.ToString() ?? "")],
        IFormattable formattable => [formattable.ToString(null, CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };
}
