namespace CCHC.Portal.Content.Types;

/// <summary>What a procedure costs and takes on a day, and what in it does not hold together.</summary>
public sealed partial record Procedure
{
    /// <summary>What is asked on a day: of each case and way of handing in, the latest amount that applies by then.</summary>
    public IReadOnlyList<Fee> FeesOn(DateOnly day) =>
        [.. Fees.Where(fee => fee.From is null || fee.From <= day).GroupBy(fee => (fee.Name, fee.Kind, fee.Channel)).Select(same => same.OrderBy(fee => fee.From ?? DateOnly.MinValue).Last())];

    /// <summary>Amounts that held before, newest first, and those still to come.</summary>
    public IReadOnlyList<Fee> OtherFees(DateOnly day) => [.. Fees.Except(FeesOn(day)).OrderByDescending(fee => fee.From ?? DateOnly.MinValue)];

    /// <summary>The time for the most common way: the line said first.</summary>
    public ProcessingTime? Time => Times.Count > 0 ? Times[0] : null;

    public override IEnumerable<string> Problems() =>
        [.. Rows("Bước thực hiện thứ {0} chưa có tên.", Steps, step => string.IsNullOrWhiteSpace(step.Title)),
         .. Rows("Giấy tờ thứ {0} chưa có tên.", Papers, paper => string.IsNullOrWhiteSpace(paper.Name)),
         .. Rows("Thời hạn thứ {0} chưa có số và đơn vị.", Times, time => time.Unit is null || (time.Amount is null && time.Unit != TimeUnit.SameDay)),
         .. Rows("Phí, lệ phí thứ {0} chưa có tên.", Fees, fee => string.IsNullOrWhiteSpace(fee.Name)),
         .. Fees.GroupBy(fee => (fee.Name, fee.Kind, fee.Channel, fee.From)).Where(same => same.Select(fee => fee.Amount).Distinct().Count() > 1).Select(same => $"Phí, lệ phí “{same.Key.Name}” có hai mức cùng một ngày áp dụng."),
         .. Together()];

    private IEnumerable<string> Together()
    {
        if (Online == OnlineServiceLevel.Partial && string.IsNullOrWhiteSpace(OnlineReason))
        {
            yield return "Trực tuyến một phần thì phải ghi vì sao chưa toàn trình.";
        }
        if (Change == ProcedureChangeKind.Replaced && ReplacedBy.Count == 0)
        {
            yield return "Thủ tục bị thay thế thì phải ghi được thay bằng thủ tục nào.";
        }
        if (IsGone && EffectiveUntil is null)
        {
            yield return "Thủ tục bị thay thế, bãi bỏ thì phải ghi hết hiệu lực từ ngày nào.";
        }
        if (EffectiveUntil < EffectiveFrom)
        {
            yield return "Ngày hết hiệu lực đứng trước ngày có hiệu lực.";
        }
    }

    private static IEnumerable<string> Rows<T>(string words, IReadOnlyList<T> rows, Func<T, bool> wrong) =>
        rows.Select((row, at) => (row, at)).Where(pair => wrong(pair.row)).Select(pair => string.Format(System.Globalization.CultureInfo.InvariantCulture, words, pair.at + 1));
}
