using System.Collections;
using System.Globalization;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Api;

/// <summary>Open data as a table: a row for each thing, a column for each plain field; where the figures stand in rows, a line for each of these.</summary>
public static class DataSheet
{
    private const string Between = " | ";

    public static string Of(DataSet set, IReadOnlyList<DataItem<object>> items)
    {
        if (set.Type.Fields.FirstOrDefault(field => field.Name == set.RowsOfTable) is { } table)
        {
            return Written(["id", "key", "language", "title", "url", "updatedAt", .. table.Parts.Select(Alias)],
                items.SelectMany(item => ((IEnumerable)table.Of(item.Data)!).Cast<object>().Select(row => (object?[])[item.Id, item.Key, item.Language, item.Title, item.Url, item.UpdatedAt, .. table.Parts.Select(part => part.Of(row))])));
        }
        var fields = Columns(set).ToList();
        return Written(["id", "key", "language", "title", "summary", "url", "publishedAt", "updatedAt", "unit", "topics", .. fields.Select(Alias)],
            items.Select(item => (object?[])[item.Id, item.Key, item.Language, item.Title, item.Summary, item.Url, item.PublishedAt, item.UpdatedAt, item.Unit, item.Topics, .. fields.Select(field => field.Of(item.Data))]));
    }

    public static string Of(IReadOnlyList<DataPromise> lines) =>
        Written(["unit", "name", "received", "onTime", "late", "running", "withoutDay", "withdrawn", "medianDays", "rating"],
            lines.Select(line => (object?[])[line.Unit, line.Name, line.Received, line.OnTime, line.Late, line.Running, line.WithoutDay, line.Withdrawn, line.MedianDays, line.Rating]));

    /// <summary>The fields of a kind that fit a cell.</summary>
    public static IEnumerable<ContentField> Columns(DataSet set) => set.Type.Fields.Where(field => field.Input is FieldInput.Line or FieldInput.Lines);

    public static string Alias(ContentField field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private static string Written(string[] head, IEnumerable<object?[]> rows) => OpenCsv.Text(head, rows.Select(row => row.Select(Words)));

    private static string Words(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset instant => When.Iso(instant),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IEnumerable many => string.Join(Between, many.Cast<object?>().Select(Words)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
