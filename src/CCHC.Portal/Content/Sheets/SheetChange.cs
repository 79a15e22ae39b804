namespace CCHC.Portal.Content.Sheets;

/// <summary>What one row would make of a procedure.</summary>
public sealed record SheetChange(int Line, string Code, string Title, string Summary, ContentBody Body, Edition? Before, SheetFate Fate, IReadOnlyList<SheetDifference> Differences)
{
    public static SheetChange Between(int line, string code, string title, string summary, ContentBody body, Edition? before)
    {
        if (before is null)
        {
            return new(line, code, title, summary, body, null, SheetFate.New, []);
        }
        var old = before.Body;
        List<SheetDifference> differences =
        [
            .. title == before.Title ? [] : new[] { new SheetDifference("Tên thủ tục", before.Title, title) },
            .. summary == before.Summary ? [] : new[] { new SheetDifference("Tóm tắt", before.Summary, summary) },
            .. SheetColumns.Fields.Select(field => new SheetDifference(field.Vi, BodyCells.Cell(field, field.Of(old)), BodyCells.Cell(field, field.Of(body)))).Where(pair => pair.Before != pair.After),
        ];
        return new(line, code, title, summary, body, before, differences.Count == 0 ? SheetFate.Same : body.IsGone && !old.IsGone ? SheetFate.Abolished : SheetFate.Changed, differences);
    }
}

/// <summary>A field that would say something else.</summary>
public sealed record SheetDifference(string Field, string Before, string After);

/// <summary>What a row means for the catalogue.</summary>
public enum SheetFate { New, Changed, Abolished, Same }
