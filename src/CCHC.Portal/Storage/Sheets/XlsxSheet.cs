using CCHC.Portal.Language;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace CCHC.Portal.Storage.Sheets;

/// <summary>A table as a workbook, written row by row into a file that goes away by itself.</summary>
public static class XlsxSheet
{
    /// <summary>The workbook, ready to be read from its beginning.</summary>
    public static async Task<FileStream> Write(string folder, string name, SheetRows sheet, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, Guid.CreateVersion7().ToString("n") + ".xlsx"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            // The library writes what it is handed one after the other, but not asynchronously.
            await Task.Run(() => MiniExcel.SaveAs(file, Cells(sheet, stop), sheetName: name, configuration: Look(sheet)), stop);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Cells(SheetRows sheet, CancellationToken stop)
    {
        foreach (var row in sheet.Rows.ToBlockingEnumerable(stop))
        {
            var cells = new Dictionary<string, object?>(row.Length);
            for (var i = 0; i < row.Length; i++)
            {
                cells[sheet.Head[i]] = row[i] switch { string text => SheetText.Of(text), DateOnly day => day.ToDateTime(default), var other => other };
            }
            yield return cells;
        }
    }

    private static OpenXmlConfiguration Look(SheetRows sheet) => new()
    {
        EnableWriteNullValueCell = false,
        AutoFilter = false,
        DynamicColumns = [.. sheet.Head.Select((name, index) => new DynamicExcelColumn(name) { Index = index, Width = 18 })],
    };
}
