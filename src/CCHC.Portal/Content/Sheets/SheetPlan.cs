using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Sheets;

/// <summary>What a file would do to the catalogue, row by row and field by field, before anything is written.</summary>
public sealed partial class SheetPlan
{
    private readonly List<SheetProblem> problems = [];
    private readonly List<SheetChange> changes = [];

    public IReadOnlyList<SheetProblem> Problems => problems;

    /// <summary>How many rows cannot be used; the problems named are the first of them.</summary>
    public int WrongRows { get; private set; }

    public IReadOnlyList<SheetChange> Changes => changes;

    /// <summary>Codes of the catalogue that the file does not name; nothing happens to them.</summary>
    public IReadOnlyList<string> Untouched { get; private set; } = [];

    public int Count(SheetFate fate) => changes.Count(change => change.Fate == fate);

    /// <param name="rows">The file's rows.</param>
    /// <param name="newest">The newest Vietnamese edition of each procedure there is, live or being written.</param>
    public static SheetPlan Of(IReadOnlyList<SheetRow> rows, IEnumerable<Edition> newest)
    {
        var plan = new SheetPlan();
        var known = newest.GroupBy(edition => edition.As<Types.Procedure>().Code, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var wrong = plan.Take(row, known, seen).ToList();
            plan.WrongRows += wrong.Count > 0 ? 1 : 0;
            plan.problems.AddRange(wrong.Take(Math.Max(0, SheetReading.MostProblems - plan.problems.Count)).Select(words => new SheetProblem(row.Line, words)));
        }
        plan.Untouched = [.. known.Keys.Where(code => !seen.ContainsKey(code)).Order(StringComparer.Ordinal)];
        return plan;
    }

    private List<string> Take(SheetRow row, Dictionary<string, Edition> known, Dictionary<string, int> seen)
    {
        var code = VietnameseText.CleanLine(row[SheetColumns.Code]);
        if (!seen.TryAdd(code, row.Line))
        {
            return [code == "" ? "Hãy nhập mã thủ tục." : $"mã {code} đã có ở dòng {seen[code]}."];
        }
        var before = known.GetValueOrDefault(code);
        var wrong = new List<string>();
        var (title, summary) = (Said(row, SheetColumns.Title, before?.Title), Said(row, SheetColumns.Summary, before?.Summary));
        wrong.AddRange(title.Length is 0 or > 200 ? ["Hãy viết tên thủ tục, không quá 200 ký tự."] : []);
        wrong.AddRange(summary.Length > 600 ? ["Tóm tắt dài quá 600 ký tự."] : []);
        var body = Body(row, before, wrong);
        wrong.AddRange(ContentTypes.Procedure.Missing(body).Select(missing => missing.Words));
        wrong.AddRange(SheetColumns.Fields.Select(field => field.Wrong(body)).OfType<string>().Concat(PartsWrong(body)).Concat(BodyTexts.Of(ContentTypes.Procedure, body).Select(text => MarkdownText.Problem(text.Text)).OfType<string>()));
        if (wrong.Count == 0)
        {
            changes.Add(SheetChange.Between(row.Line, code, title, summary, body, before));
        }
        return [.. wrong.Distinct()];
    }

    // A column the file does not have leaves what there is.
    private static ContentBody Body(SheetRow row, Edition? before, List<string> wrong)
    {
        var json = before is null ? [] : JsonNode.Parse(before.BodyJson)!.AsObject();
        foreach (var field in SheetColumns.Fields)
        {
            if (row.Cells.TryGetValue(SheetColumns.NameOf(field), out var cell))
            {
                var key = SheetColumns.NameOf(field);
                json.Remove(key);
                if (BodyCells.Node(field, cell, wrong) is { } node)
                {
                    json[key] = node;
                }
            }
        }
        return ContentTypes.Procedure.Read(json.ToJsonString());
    }

    private static IEnumerable<string> PartsWrong(ContentBody body) => SheetColumns.Fields.Where(field => field.RowType is not null).SelectMany(field =>
        (field.Of(body) switch { null => [], System.Collections.IEnumerable list => list.Cast<object>(), var one => [one] }).SelectMany(row => field.Parts.Select(part => part.Wrong(row)).OfType<string>().Select(words => $"{field.Vi}: {words}")));

    private static string Said(SheetRow row, string column, string? before) => row.Cells.TryGetValue(column, out var said) ? Spaces().Replace(VietnameseText.CleanLine(said), " ") : before ?? "";

    [GeneratedRegex(" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
