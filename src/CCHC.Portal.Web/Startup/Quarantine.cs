using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Startup;

/// <summary>Keeps back what was not looked through for malicious code yet, and what holds some, and says so.</summary>
public sealed class Quarantine(IScanFiles scanner, Translator T)
{
    /// <summary>Why a file is not handed out, for who asked for it; null when it is.</summary>
    public (int Status, string Words)? Of(ScanState state) => state switch
    {
        ScanState.Refused => (StatusCodes.Status410Gone, T["Tệp này có mã độc nên không mở được."]),
        ScanState.Waiting when scanner.IsOn => (StatusCodes.Status409Conflict, T["Tệp đang chờ kiểm tra mã độc. Vui lòng thử lại sau ít phút."]),
        _ => null,
    };

    public IActionResult? Answer(ScanState state) => Of(state) is var (status, words) ? new ContentResult { StatusCode = status, Content = words, ContentType = "text/plain; charset=utf-8" } : null;

    /// <summary>A file that lies in the clear only now: it is looked through while it is asked for.</summary>
    public async Task<IActionResult?> Answer(byte[] content, CancellationToken stop)
    {
        using var bytes = new MemoryStream(content, writable: false);
        return scanner.IsOn ? Answer(await scanner.Scan(bytes, stop)) : null;
    }
}
