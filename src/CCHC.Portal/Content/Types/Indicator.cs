using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>An index that measures reform from outside, year by year, with its source: PAR INDEX, SIPAS, PCI, PAPI, DTI, ICT Index (P9).</summary>
[ContentType("indicator", "chi-so", "Chỉ số", "Index", CheckEveryMonths = 12)]
public sealed partial record Indicator : ContentBody, IHasFigures
{
    [Field("Tên viết tắt", "Short name", Order = 1, Example = "PAR INDEX"), Required(ErrorMessage = "Hãy nhập tên viết tắt."), StringLength(30, ErrorMessage = "Dài quá 30 ký tự.")]
    public string Short { get; init; } = "";

    [Field("Nơi công bố", "Published by", Order = 2), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string? PublishedBy { get; init; }

    [Field("Đơn vị đo", "Unit", Order = 3, Example = "điểm"), Required(ErrorMessage = "Hãy nhập đơn vị đo."), StringLength(30, ErrorMessage = "Dài quá 30 ký tự.")]
    public string Measure { get; init; } = "";

    [Field("Thang đo từ", "Scale from", Order = 3), Range(-1e6, 1e6, ErrorMessage = "Thang đo quá lớn.")]
    public decimal? ScaleFrom { get; init; }

    [Field("Thang đo đến", "Scale to", Order = 3), Range(-1e6, 1e6, ErrorMessage = "Thang đo quá lớn.")]
    public decimal? ScaleTo { get; init; }

    [Field("Thứ tự", "Order", Order = 4), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    [Field("Từng năm", "Years", Input = FieldInput.Rows, Order = 6, Hint = "Chưa có số thì bỏ trống ô Kết quả, không ghi 0.")]
    public List<IndicatorYear> Years { get; init; } = [];

    [Field("Thành phần", "Components", Input = FieldInput.Rows, Folded = true, Order = 7)]
    public List<IndicatorPart> Parts { get; init; } = [];

    public override IEnumerable<string?> Words() => [Short, PublishedBy, Measure, .. Parts.Select(part => part.Name).Distinct()];
}

/// <summary>What an index said of one level of government in one year; without a value it was not published.</summary>
public sealed record IndicatorYear
{
    [Field("Năm", "Year", Order = 1), Range(2000, 2100, ErrorMessage = "Năm từ 2000 đến 2100.")] public int? Year { get; init; }
    [Field("Cấp", "Level", Order = 2)] public IndicatorLevel? Level { get; init; }
    [Field("Kết quả", "Value", Order = 3)] public decimal? Value { get; init; }
    [Field("Hạng", "Rank", Order = 4), Range(1, 100_000, ErrorMessage = "Hạng từ 1.")] public int? Rank { get; init; }
    [Field("Trên bao nhiêu", "Of how many", Order = 5), Range(1, 100_000, ErrorMessage = "Số đơn vị xếp hạng từ 1.")] public int? Of { get; init; }
    [Field("Nguồn", "Source", Order = 6, Example = "Quyết định công bố, số và ngày"), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Source { get; init; }
    [Field("Địa chỉ của nguồn", "Source address", Order = 7), Url(ErrorMessage = "Địa chỉ phải bắt đầu bằng http:// hoặc https://."), StringLength(400, ErrorMessage = "Dài quá 400 ký tự.")] public string? SourceUrl { get; init; }
    [Field("Ngày công bố", "Published on", Order = 8)] public DateOnly? PublishedOn { get; init; }
    [Field("Số mẫu", "Sample", Order = 9)] public bool Sample { get; init; }
    [Field("Ghi chú", "Note", Order = 10), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Note { get; init; }
}

/// <summary>A component of an index in one year, with the most it could have been.</summary>
public sealed record IndicatorPart
{
    [Field("Năm", "Year", Order = 1), Range(2000, 2100, ErrorMessage = "Năm từ 2000 đến 2100.")] public int? Year { get; init; }
    [Field("Cấp", "Level", Order = 2)] public IndicatorLevel? Level { get; init; }
    [Field("Tên thành phần", "Component", Order = 3), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string Name { get; init; } = "";
    [Field("Kết quả", "Value", Order = 4)] public decimal? Value { get; init; }
    [Field("Điểm tối đa", "Most", Order = 5)] public decimal? Most { get; init; }
}

/// <summary>Of whom an index speaks; a row that does not say means the city.</summary>
public enum IndicatorLevel { City, Commune }
