using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A declared quality management system, its scope and policy, and until when the declaration holds (D4); the text is the policy.</summary>
[ContentType("qualityCertificate", "iso", "Hệ thống quản lý chất lượng", "Quality management system", Folder = "quality", CheckEveryMonths = 12)]
public sealed record QualityCertificate : ContentBody
{
    [Field("Tiêu chuẩn", "Standard", Order = 1, Example = "TCVN ISO 9001:2015"), Required(ErrorMessage = "Hãy nhập tiêu chuẩn."), StringLength(100, ErrorMessage = "Dài quá 100 ký tự.")]
    public string Standard { get; init; } = "";

    [Field("Số quyết định công bố", "Declaration number", Order = 2), StringLength(100, ErrorMessage = "Dài quá 100 ký tự.")]
    public string? Number { get; init; }

    [Field("Phạm vi áp dụng", "Scope", Order = 3), Required(ErrorMessage = "Hãy ghi phạm vi áp dụng."), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")]
    public string Scope { get; init; } = "";

    [Field("Đơn vị áp dụng", "Units", Input = FieldInput.Lines, Order = 4)]
    public List<string> Units { get; init; } = [];

    [Field("Bản công bố (PDF)", "Declaration", Input = FieldInput.Media, Holds = MediaKind.Document, Order = 5), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? File { get; init; }

    [Field("Có hiệu lực từ", "Valid from", Order = 6), Required(ErrorMessage = "Hãy ghi ngày có hiệu lực.")]
    public DateOnly? ValidFrom { get; init; }

    [Field("Hiệu lực đến", "Valid until", Order = 7), Required(ErrorMessage = "Hãy ghi ngày hết hiệu lực.")]
    public DateOnly? ValidUntil { get; init; }

    public bool HasExpired(DateOnly today) => ValidUntil < today;

    public override IEnumerable<string?> Words() => [Standard, Number, Scope, .. Units];

    public override IEnumerable<string> Problems()
    {
        if (ValidUntil <= ValidFrom)
        {
            yield return "Ngày hết hiệu lực phải sau ngày có hiệu lực.";
        }
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return "Hãy viết chính sách chất lượng ở ô Nội dung.";
        }
    }
}
