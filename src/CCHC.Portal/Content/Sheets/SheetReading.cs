using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace CCHC.Portal.Content.Sheets;

/// <summary>Reads a CSV, XLSX or JSON file into rows of cells; a broken file is answered in words, and none may be larger than the limits.</summary>
public static class SheetReading
{
    public const int MostRows = 20_000, MostProblems = 200;
    private const int LongestCell = 32_000;
    private const long MostUnpacked = 64L * 1024 * 1024;

    public static (List<SheetRow> Rows, List<SheetProblem> Problems) Read(Stream file, string name) => Read(file, name, SheetColumns.All, SheetColumns.Code);

    /// <summary>The same for other columns than those of procedures; the one named in <paramref name="key"/> must be there.</summary>
    public static (List<SheetRow> Rows, List<SheetProblem> Problems) Read(Stream file, string name, IReadOnlyList<string> columns, string key)
    {
        var problems = new List<SheetProblem>();
        try
        {
            var rows = Path.GetExtension(name).ToLowerInvariant() switch
            {
                ".csv" => Csv(file, columns, key, problems),
                ".xlsx" => Xlsx(file, columns, key, problems),
                ".json" => Json(file, columns, problems),
                _ => None("Tệp phải là CSV, XLSX hoặc JSON.", problems),
            };
            if (rows.Count > MostRows)
            {
                return (None($"Tệp có quá {MostRows:N0} dòng. Hãy chia thành nhiều tệp.", problems), problems);
            }
            return (rows, problems);
        }
        // What a library says of a file it cannot read is nothing an editor can use.
        catch (Exception broken) when (broken is CsvHelperException or InvalidDataException or JsonException or FormatException or System.Xml.XmlException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException or OverflowException)
        {
            return (None("Không đọc được tệp này: tệp hỏng hoặc không đúng loại.", problems), problems);
        }
    }

    private static List<SheetRow> Csv(Stream file, IReadOnlyList<string> columns, string key, List<SheetProblem> problems)
    {
        var first = FirstLine(file);
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = first.Count(sign => sign == ';') > first.Count(sign => sign == ',') ? ";" : ",",
            BadDataFound = null,
            MaxFieldSize = 200_000,
            ProcessFieldBufferSize = 4_096,
        });
        return Table(Lines(), columns, key, problems);

        IEnumerable<(int, IReadOnlyList<string>)> Lines()
        {
            while (csv.Read())
            {
                yield return (csv.RawRow, csv.Record ?? []);
            }
        }
    }

    // Looked at on its own, so that the file is then read from its very beginning, mark of its encoding and all.
    private static string FirstLine(Stream file)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        var line = text.ReadLine() ?? "";
        file.Position = 0;
        return line;
    }

    private static List<SheetRow> Xlsx(Stream file, IReadOnlyList<string> columns, string key, List<SheetProblem> problems)
    {
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
            {
                return None("Tệp quá lớn khi mở ra.", problems);
            }
        }
        file.Position = 0;
        return Table(MiniExcel.Query(file, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()
            .Select((row, at) => (at + 1, (IReadOnlyList<string>)[.. row.Values.Select(Words)])), columns, key, problems);
    }

    private static string Words(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static List<SheetRow> Json(Stream file, IReadOnlyList<string> columns, List<SheetProblem> problems)
    {
        using var json = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 16 });
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            return None("Tệp JSON phải là một danh sách, mỗi mục một dòng dữ liệu.", problems);
        }
        var rows = new List<SheetRow>();
        foreach (var (one, at) in json.RootElement.EnumerateArray().Select((one, at) => (one, at)))
        {
            if (one.ValueKind != JsonValueKind.Object)
            {
                Add(problems, new SheetProblem(at + 1, "không phải một dòng dữ liệu."));
                continue;
            }
            var cells = one.EnumerateObject().Where(cell => columns.Contains(cell.Name)).ToDictionary(cell => cell.Name, cell => cell.Value.ValueKind == JsonValueKind.String ? cell.Value.GetString()! : cell.Value.GetRawText());
            rows.Add(new SheetRow(at + 1, cells));
        }
        return rows;
    }

    // The first line names the columns; what is not known there is said once.
    private static List<SheetRow> Table(IEnumerable<(int Line, IReadOnlyList<string> Cells)> lines, IReadOnlyList<string> columns, string key, List<SheetProblem> problems)
    {
        List<string>? head = null;
        var rows = new List<SheetRow>();
        foreach (var (line, cells) in lines)
        {
            if (head is null)
            {
                head = [.. cells.Select(cell => columns.FirstOrDefault(known => known.Equals(cell.Trim(), StringComparison.OrdinalIgnoreCase)) ?? "?" + cell.Trim())];
                if (!head.Contains(key))
                {
                    return None($"Dòng đầu phải ghi tên các cột, trong đó có cột {key}. Hãy tải tệp mẫu.", problems);
                }
                foreach (var unknown in head.Where(name => name.Length > 1 && name[0] == '?'))
                {
                    Add(problems, new SheetProblem(1, $"không có cột “{unknown[1..]}”; cột này được bỏ qua."));
                }
                continue;
            }
            if (rows.Count > MostRows)
            {
                break;
            }
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(Row(line, head, cells, problems));
            }
        }
        return rows;
    }

    private static SheetRow Row(int line, List<string> head, IReadOnlyList<string> cells, List<SheetProblem> problems)
    {
        if (cells.Count != head.Count)
        {
            Add(problems, new SheetProblem(line, $"có {cells.Count} ô, dòng đầu có {head.Count} cột."));
        }
        if (cells.Any(cell => cell.Length > LongestCell))
        {
            Add(problems, new SheetProblem(line, "có ô dài quá 32.000 ký tự."));
        }
        var said = new Dictionary<string, string>();
        foreach (var (name, cell) in head.Zip(cells).Where(pair => pair.First[0] != '?'))
        {
            said[name] = SheetColumns.Unguarded(cell.Length > LongestCell ? "" : cell);
        }
        return new SheetRow(line, said);
    }

    private static List<SheetRow> None(string words, List<SheetProblem> problems)
    {
        problems.Insert(0, new SheetProblem(0, words));
        return [];
    }

    private static void Add(List<SheetProblem> problems, SheetProblem problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
    }
}
