using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CCHC.Portal.Web.Kit;

/// <summary>Answers with a table as a file to save, however long it is.</summary>
public sealed class SheetResult(string name, string kind, SheetRows sheet) : ActionResult
{
    public const string Csv = "csv", Semicolons = "csv2", Xlsx = "xlsx";

    /// <summary>The ways an address may ask for: commas, semicolons (as spreadsheets of some languages want them), a workbook.</summary>
    public static bool Knows(string kind) => kind is Csv or Semicolons or Xlsx;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var type = kind == Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
        if (kind == Xlsx)
        {
            var folder = context.HttpContext.RequestServices.GetRequiredService<StorageSettings>().Under("tmp");
            await using var file = await XlsxSheet.Write(folder, "Danh sách", sheet, stop);
            Head(response, type, "xlsx");
            response.ContentLength = file.Length;
            await file.CopyToAsync(response.Body, stop);
            return;
        }
        Head(response, type, "csv");
        await CsvSheet.Write(response.Body, sheet, kind == Csv ? ',' : ';', stop);
    }

    private void Head(HttpResponse response, string type, string ending)
    {
        response.ContentType = type;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.{ending}" }.ToString();
    }
}
