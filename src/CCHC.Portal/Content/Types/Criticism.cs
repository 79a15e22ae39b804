using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>Something that was not done as it should be, told to the public after a conclusion and by two approvals (P8).</summary>
[ContentType("criticism", "chan-chinh", "Phê bình, chấn chỉnh", "Criticism and correction", Folder = "criticisms", Approvals = 2)]
public sealed record Criticism : ContentBody
{
    [Field("Đơn vị liên quan", "Unit concerned", Hint = "Tên đơn vị, không ghi tên người khi kết luận không yêu cầu công khai.", Order = 1), Required(ErrorMessage = "Hãy ghi đơn vị liên quan."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Concerned { get; init; } = "";

    [Field("Số, ký hiệu văn bản kết luận", "Number of the conclusion", Order = 2), Required(ErrorMessage = "Hãy ghi số, ký hiệu văn bản kết luận."), StringLength(60, ErrorMessage = "Dài quá 60 ký tự.")]
    public string ConclusionNumber { get; init; } = "";

    [Field("Ngày kết luận", "Concluded on", Order = 3), Required(ErrorMessage = "Hãy ghi ngày kết luận.")]
    public DateOnly? ConcludedOn { get; init; }

    [Field("Cơ quan kết luận", "Concluded by", Order = 4), Required(ErrorMessage = "Hãy ghi cơ quan kết luận."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string ConcludedBy { get; init; } = "";

    [Field("Tệp văn bản kết luận", "Conclusion document", Input = FieldInput.Media, Holds = MediaKind.Document, Hint = "Tên tệp trong thư viện.", Order = 4), Required(ErrorMessage = "Hãy đính kèm văn bản kết luận."), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string Conclusion { get; init; } = "";

    [Field("Đã khắc phục đến đâu", "What was put right", Order = 6), StringLength(1000, ErrorMessage = "Dài quá 1000 ký tự.")]
    public string? PutRight { get; init; }

    public override IEnumerable<string?> Words() => [Concerned, ConcludedBy, PutRight];

    public override IEnumerable<string> Exact() => [ConclusionNumber];
}
