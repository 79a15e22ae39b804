namespace CCHC.Portal.Content.Sheets;

/// <summary>One row of a file as it was read: where it stood, and its cells by column.</summary>
public sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.TryGetValue(column, out var said) ? said : "";
}

/// <summary>Why a file or one of its rows cannot be used, in Vietnamese; line 0 is the file itself.</summary>
public sealed record SheetProblem(int Line, string Words);
