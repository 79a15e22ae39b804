using System.Text.RegularExpressions;
using CCHC.Portal.Cases.History;

namespace CCHC.Portal.Cases.Retention;

/// <summary>What the history of a purged case begins with: how much there was, and the fingerprint it ended with. Whoever kept an old copy can show that it was this.</summary>
public static partial class PurgeProof
{
    public static string Words(int events, string last, int files) =>
        $"Xóa theo thời hạn lưu. Trước đó có {events} sự kiện, {files} tệp. Dấu vân tay cuối: {(last == "" ? "không có" : last)}.";

    /// <summary>The fingerprint that came before this event: what its words say when it tells of a purge, else the beginning.</summary>
    public static string LastBefore(CaseEvent first) => first.Kind == CaseEventKind.Purged ? Last(first.Text) : HistoryLine.Beginning;

    /// <summary>Whether a history may begin here though events came before.</summary>
    public static bool Begins(HistoryLine line) => line.Kind == nameof(CaseEventKind.Purged) && line.Number >= 1 && line.Before == Last(line.Text);

    private static string Last(string words) => Fingerprint().Match(words) is { Success: true } found ? found.Value : HistoryLine.Beginning;

    [GeneratedRegex("[0-9a-f]{64}")] private static partial Regex Fingerprint();
}
