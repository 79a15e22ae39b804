using System.Diagnostics;
using System.Globalization;
using CCHC.Portal.Language;
using CCHC.Portal.Storage.Sheets;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Portal.Tests.Storage.Sheets;

/// <summary>Tables leave as files of any length; nothing in them is a formula, and the memory stays flat.</summary>
public sealed class SheetsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sheets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84901234567")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\u200B=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("$=1+1")]
    public void What_begins_like_a_formula_stays_text(string text) => Assert.StartsWith("'", SheetText.Of(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Đèn đường hỏng = tối")]
    [InlineData("1 + 1")]
    [InlineData("Nguyễn Thị Mai")]
    public void Other_text_is_left_alone(string text) => Assert.Equal(text, SheetText.Of(text));

    [Fact]
    public void Whatever_is_typed_no_cell_begins_a_formula()
    {
        const string Dangers = "=+-@＝＋－＠﹦﹢﹣﹫$−";
        var odd = Gen.OneOf(Gen.Char[" \t\r\n\u00A0\u200B\uFEFF\u3000"], Gen.Char[Dangers], Gen.Char);

        odd.Array[0, 12].Select(signs => new string(signs)).Sample(text =>
        {
            var cell = SheetText.Of(text);
            var seen = new string([.. cell.Where(sign => !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.Format)]);
            return seen.Length == 0 || !Dangers.Contains(seen[0], StringComparison.Ordinal);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task A_csv_file_begins_with_its_mark_and_keeps_signs_and_lines(char separator)
    {
        var file = new MemoryStream();

        await CsvSheet.Write(file, new SheetRows(["Mã", "Lời"], Few(["PA-1", "Ông nói: \"được\",\nrồi; thôi"], ["=1", new DateOnly(2026, 11, 2)])), separator, CancellationToken.None);

        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
        Assert.Equal($"\"Mã\"{separator}\"Lời\"\r\n\"PA-1\"{separator}\"Ông nói: \"\"được\"\",\nrồi; thôi\"\r\n\"'=1\"{separator}\"2026-11-02\"\r\n", System.Text.Encoding.UTF8.GetString(file.ToArray()[3..]));
    }

    [Fact]
    public async Task A_workbook_is_valid_holds_text_and_numbers_and_no_formula_and_its_file_goes_away()
    {
        await using (var file = await XlsxSheet.Write(folder, "Danh sách", new SheetRows(["Mã", "Lời", "Ngày", "Lúc", "Số"], Few(["PA-1", "=HYPERLINK(\"x\")\u0001", new DateOnly(2026, 11, 2), new DateTime(2026, 11, 2, 9, 5, 0), 5], ["$=1+1", "Hai\ndòng", null, null, null])), CancellationToken.None))
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy);
            using var book = SpreadsheetDocument.Open(copy, isEditable: false);
            var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();

            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).Select(error => error.Description));
            Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
            Assert.Contains(cells, cell => cell.InnerText == "'=HYPERLINK(\"x\")");
            Assert.Contains(cells, cell => cell.InnerText == "Hai\ndòng");
            Assert.Contains(cells, cell => cell.InnerText == "5" && cell.DataType?.Value != CellValues.String);
        }

        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_hundred_thousand_rows_are_written_in_flat_memory(string kind)
    {
        var (watch, held) = (Stopwatch.StartNew(), new List<long>());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sheet = new SheetRows(["Mã", "Nội dung", "Nhận lúc", "Hạn", "Số"], Many(100_000, () => held.Add(GC.GetTotalMemory(forceFullCollection: true) - before)));

        var length = 0L;
        if (kind == "csv")
        {
            await using var file = new FileStream(Path.Combine(folder, "many.csv"), FileMode.Create);
            await CsvSheet.Write(file, sheet, ',', CancellationToken.None);
            length = file.Length;
        }
        else
        {
            await using var file = await XlsxSheet.Write(folder, "Danh sách", sheet, CancellationToken.None);
            length = file.Length;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: 100,000 rows, {length / 1024 / 1024} MB in {watch.ElapsedMilliseconds} ms, kB held after each 20,000: {string.Join(", ", held.Select(bytes => bytes / 1024))}");
        Assert.True(length > 1_000_000);
        // Other tests run at the same time: what matters is that it does not grow with the rows.
        Assert.True(held[^1] - held[0] < 12 * 1024 * 1024, $"From {held[0] / 1024} kB it grew to {held[^1] / 1024} kB.");
    }

    private static async IAsyncEnumerable<object?[]> Few(params object?[][] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static async IAsyncEnumerable<object?[]> Many(int count, Action look)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 20_000 == 19_999)
            {
                look();
                await Task.Yield();
            }
            yield return [$"PA-{i:0000}-{i:0000}", $"Đường thôn ngập sau mưa, đã gửi ba lần mà chưa ai xem, lần này là lần thứ {i}. " + new string('x', i % 300), new DateTime(2026, 11, 2, 9, 0, 0), new DateOnly(2026, 11, 16), i];
        }
    }
}
