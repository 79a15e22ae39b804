namespace CCHC.Portal.Content;

/// <summary>The Markdown of a body, wherever its type has some, under the names the editor's form gives the fields.</summary>
public static class BodyTexts
{
    public static IEnumerable<(string Field, string Text)> Of(ContentType type, ContentBody body) => Of(type.Fields, body, "Body");

    private static IEnumerable<(string, string)> Of(IEnumerable<ContentField> fields, object holder, string name)
    {
        foreach (var field in fields)
        {
            var value = field.Of(holder);
            if (field.Input == FieldInput.Markdown && value is string { Length: > 0 } text)
            {
                yield return ($"{name}.{field.Name}", text);
            }
            if (field.Input != FieldInput.Rows || value is null)
            {
                continue;
            }
            var rows = value is System.Collections.IEnumerable list ? list.Cast<object>() : [value];
            foreach (var found in rows.SelectMany((row, at) => Of(field.Parts, row, $"{name}.{field.Name}.{at}")))
            {
                yield return found;
            }
        }
    }
}
