using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A law, decree, decision or plan, whether it is in force, and what replaced it (P6).</summary>
[ContentType("legalDocument", "van-ban", "Văn bản", "Legal document", Folder = "documents", Sought = 94)]
public sealed record LegalDocument : ContentBody
{
    [Field("Số, ký hiệu", "Number", Order = 1, Example = "224/2026/NĐ-CP"), Required(ErrorMessage = "Hãy nhập số, ký hiệu."), StringLength(60, ErrorMessage = "Dài quá 60 ký tự.")]
    public string Number { get; init; } = "";

    [Field("Loại văn bản", "Kind", Order = 2)]
    public LegalDocumentKind Kind { get; init; }

    [Field("Ngày ban hành", "Issued on", Order = 3)]
    public DateOnly? IssuedOn { get; init; }

    [Field("Cơ quan ban hành", "Issuer", Order = 4), Required(ErrorMessage = "Hãy nhập cơ quan ban hành."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Issuer { get; init; } = "";

    [Field("Hiệu lực từ", "In force from", Order = 5)]
    public DateOnly? EffectiveFrom { get; init; }

    [Field("Tình trạng hiệu lực", "Effect status", Order = 6)]
    public EffectStatus Status { get; init; }

    [Field("Được thay bằng (mã văn bản, mỗi dòng một)", "Replaced by", Input = FieldInput.Lines, Order = 7)]
    public List<string> ReplacedBy { get; init; } = [];

    [Field("Được sửa đổi bởi (mã văn bản, mỗi dòng một)", "Amended by", Input = FieldInput.Lines, Order = 8)]
    public List<string> AmendedBy { get; init; } = [];

    [Field("Trích yếu", "Subject", Order = 9), Required(ErrorMessage = "Hãy nhập trích yếu."), StringLength(500, ErrorMessage = "Dài quá 500 ký tự.")]
    public string Subject { get; init; } = "";

    [Field("Độ tin cậy của thông tin", "Confidence", Order = 10)]
    public Confidence Confidence { get; init; }

    public override IEnumerable<string?> Words() => [Number, Issuer, Subject];

    public override IEnumerable<string> Exact() => [Number];
}

public enum LegalDocumentKind { Law, Resolution, Decree, Decision, Directive, Circular, Plan }

public enum EffectStatus { InForce, Expired, PartlyAmended, Unverified }

/// <summary>Whether the wording was read in a public copy or is known at second hand (regulation.md).</summary>
public enum Confidence { SecondHand, Read }
