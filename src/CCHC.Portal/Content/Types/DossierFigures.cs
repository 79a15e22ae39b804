using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>How many dossiers a one-stop site took in, settled and still has, period by period, with source and closing day (T7).</summary>
[ContentType("dossierFigures", "so-lieu-mot-cua", "Số liệu một cửa", "One-stop figures", Folder = "dossier-figures", CheckEveryMonths = 4, Complete = true)]
public sealed partial record DossierFigures : ContentBody, IHasFigures
{
    [Field("Bộ phận Một cửa (mã), bỏ trống là cả đặc khu", "One-stop site", Order = 1, Example = "co-so-cat-ba"), StringLength(100, ErrorMessage = "Dài quá 100 ký tự.")]
    public string? Site { get; init; }

    [Field("Thứ tự", "Order", Order = 2), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    [Field("Từng kỳ", "Periods", Input = FieldInput.Rows, Order = 3, Hint = "Chuyển sang + nhận mới phải bằng đã giải quyết + đang giải quyết. Chưa có số thì bỏ trống, không ghi 0.")]
    public List<DossierPeriod> Periods { get; init; } = [];

    public override IEnumerable<(string Type, string Key)> Names() => string.IsNullOrEmpty(Site) ? [] : [("oneStopSite", Site)];
}

/// <summary>The dossiers of one period; a number that is missing was not published.</summary>
public sealed record DossierPeriod
{
    [Field("Từ ngày", "From", Order = 1)] public DateOnly? From { get; init; }
    [Field("Đến ngày", "Until", Order = 2)] public DateOnly? Until { get; init; }
    [Field("Tên kỳ", "Name", Order = 3, Example = "Bỏ trống thì cổng tự gọi: Quý 3/2026"), StringLength(60, ErrorMessage = "Dài quá 60 ký tự.")] public string? Name { get; init; }
    [Field("Kỳ trước chuyển sang", "Carried over", Order = 4), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? CarriedOver { get; init; }
    [Field("Nhận trong kỳ", "Received", Order = 5), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? Received { get; init; }
    [Field("Giải quyết trước và đúng hạn", "Settled early or on time", Order = 6), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? SettledOnTime { get; init; }
    [Field("Giải quyết trễ hạn", "Settled late", Order = 7), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? SettledLate { get; init; }
    [Field("Đang giải quyết, còn hạn", "Pending on time", Order = 8), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? PendingOnTime { get; init; }
    [Field("Đang giải quyết, đã quá hạn", "Pending late", Order = 9), Range(0, 10_000_000, ErrorMessage = "Số hồ sơ từ 0.")] public int? PendingLate { get; init; }
    [Field("Ngày chốt số", "Closed on", Order = 10)] public DateOnly? ClosedOn { get; init; }
    [Field("Nguồn", "Source", Order = 11, Example = "Báo cáo số, ngày, của cơ quan nào"), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Source { get; init; }
    [Field("Số mẫu", "Sample", Order = 12)] public bool Sample { get; init; }
    [Field("Ghi chú", "Note", Order = 13), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Note { get; init; }

    public IReadOnlyList<int?> Came => [CarriedOver, Received];

    public IReadOnlyList<int?> Went => [SettledOnTime, SettledLate, PendingOnTime, PendingLate];

    public bool HasNumbers => Came.Concat(Went).Any(number => number is not null);

    public int? Settled => SettledOnTime + SettledLate;

    public int? Pending => PendingOnTime + PendingLate;

    /// <summary>Of those settled, how many in time, in percent; null where none was or it was not published.</summary>
    public decimal? InTime => Settled is > 0 and var settled ? Math.Round(SettledOnTime!.Value * 100m / settled, 1, MidpointRounding.AwayFromZero) : null;
}
