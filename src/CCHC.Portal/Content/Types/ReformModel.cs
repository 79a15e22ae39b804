using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A way of working worth copying: the problem, what was done, what came of it (P7).</summary>
[ContentType("reformModel", "mo-hinh", "Mô hình, sáng kiến", "Reform model", Folder = "models")]
public sealed record ReformModel : ContentBody
{
    [Field("Loại", "Kind", Order = 1)]
    public ReformModelKind Kind { get; init; }

    [Field("Vấn đề", "Problem", Input = FieldInput.Line, Order = 2), Required(ErrorMessage = "Hãy nêu vấn đề."), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")]
    public string Problem { get; init; } = "";

    [Field("Cách làm", "Approach", Order = 3), Required(ErrorMessage = "Hãy nêu cách làm."), StringLength(800, ErrorMessage = "Dài quá 800 ký tự.")]
    public string Approach { get; init; } = "";

    [Field("Kết quả đo được", "Measured result", Order = 4), Required(ErrorMessage = "Hãy nêu kết quả."), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")]
    public string Result { get; init; } = "";

    [Field("Đơn vị thực hiện", "Done by", Order = 5), Required(ErrorMessage = "Hãy nêu đơn vị thực hiện."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string DoneBy { get; init; } = "";

    [Field("Thời gian", "Period", Order = 6), StringLength(100, ErrorMessage = "Dài quá 100 ký tự.")]
    public string? Period { get; init; }

    [Field("Liên hệ", "Contact", Order = 7), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string? Contact { get; init; }

    [Field("Năm", "Year", Order = 8), Range(2011, 2100, ErrorMessage = "Năm chưa đúng.")]
    public int Year { get; init; } = 2026;

    public override IEnumerable<string?> Words() => [Problem, Approach, Result, DoneBy];
}

public enum ReformModelKind { Model, Initiative, GoodPractice }
