using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.History;

/// <summary>Whether a history is as it was written, and if not, at which event it breaks first and how.</summary>
public sealed record HistoryVerdict(bool IsWhole, int? BrokenAt, string Words)
{
    /// <summary>Looks at the chain; with the portal's keys also whether the portal made the file.</summary>
    public static HistoryVerdict Of(CaseHistory? history, Vault? vault = null)
    {
        if (history is not { Format: CaseHistory.FormatName })
        {
            return new(false, null, "Tệp này không phải lịch sử vụ việc do cổng xuất ra.");
        }
        var (before, number) = history.Events is [{ } purged, ..] && PurgeProof.Begins(purged) ? (purged.Before, purged.Number - 1) : (HistoryLine.Beginning, 0);
        var gone = number;
        foreach (var line in history.Events)
        {
            number++;
            if (line.Number != number)
            {
                return new(false, number, $"Thiếu hoặc đảo sự kiện số {number}.");
            }
            if (line.Before != before)
            {
                return new(false, number, $"Sự kiện số {number} không nối tiếp sự kiện trước nó.");
            }
            if (!line.IsCovered && line.Fingerprint(history.CaseId) != line.Hash)
            {
                return new(false, number, $"Sự kiện số {number} đã bị sửa.");
            }
            before = line.Hash;
        }
        if (history.Count != number - gone || history.Last != before)
        {
            return new(false, number + 1, $"Thiếu sự kiện ở cuối, sau số {number}.");
        }
        if (vault is not null && history.Seal != history.SealOf(vault))
        {
            return new(false, null, "Các sự kiện nối nhau đúng nhưng dấu niêm không phải của cổng này.");
        }
        var purge = gone == 0 ? "" : $" {gone} sự kiện trước đó đã xóa theo thời hạn lưu.";
        var covered = history.Events.Count(line => line.IsCovered);
        purge += covered == 0 ? "" : vault is null ? $" {covered} sự kiện đã che bớt chữ: chúng chỉ kiểm được bằng khóa của cổng." : $" {covered} sự kiện đã che bớt chữ.";
        return new(true, null, (vault is null ? $"{history.Count} sự kiện, nối nhau nguyên vẹn." : $"{history.Count} sự kiện, nguyên vẹn, đúng dấu niêm của cổng này.") + purge);
    }
}
