using System.ComponentModel.DataAnnotations;
using System.Globalization;

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

    [Field("Người ký", "Signer", Order = 5), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")]
    public string? Signer { get; init; }

    [Field("Hiệu lực từ", "In force from", Order = 5)]
    public DateOnly? EffectiveFrom { get; init; }

    [Field("Tình trạng hiệu lực", "Effect status", Order = 6)]
    public EffectStatus Status { get; init; }

    [Field("Được thay bằng (mã văn bản, mỗi dòng một)", "Replaced by", Input = FieldInput.Lines, Order = 7, Hint = "Quan hệ giữa hai văn bản chỉ cần ghi ở một bên; trang của cả hai đều hiện.")]
    public List<string> ReplacedBy { get; init; } = [];

    [Field("Được sửa đổi bởi (mã văn bản, mỗi dòng một)", "Amended by", Input = FieldInput.Lines, Order = 8)]
    public List<string> AmendedBy { get; init; } = [];

    [Field("Bị bãi bỏ bởi (mã văn bản, mỗi dòng một)", "Repealed by", Input = FieldInput.Lines, Folded = true, Order = 8)]
    public List<string> RepealedBy { get; init; } = [];

    [Field("Thay cho (mã văn bản, mỗi dòng một)", "Replaces", Input = FieldInput.Lines, Folded = true, Order = 8)]
    public List<string> Replaces { get; init; } = [];

    [Field("Sửa đổi, bổ sung (mã văn bản, mỗi dòng một)", "Amends", Input = FieldInput.Lines, Folded = true, Order = 8)]
    public List<string> Amends { get; init; } = [];

    [Field("Bãi bỏ (mã văn bản, mỗi dòng một)", "Repeals", Input = FieldInput.Lines, Folded = true, Order = 8)]
    public List<string> Repeals { get; init; } = [];

    [Field("Trích yếu", "Subject", Order = 9), Required(ErrorMessage = "Hãy nhập trích yếu."), StringLength(500, ErrorMessage = "Dài quá 500 ký tự.")]
    public string Subject { get; init; } = "";

    [Field("Độ tin cậy của thông tin", "Confidence", Order = 10)]
    public Confidence Confidence { get; init; }

    [Field("Tệp văn bản", "Files", Input = FieldInput.Rows, Order = 11, Hint = "PDF hoặc Word (.docx) trong thư viện. Chữ trong tệp được đọc để tìm kiếm; bản quét không có chữ thì không tìm được.")]
    public List<DocumentFile> Files { get; init; } = [];

    /// <summary>The year of its day, or the one its number names: 61/2018/NĐ-CP.</summary>
    public int? Year => IssuedOn?.Year
        ?? Number.Split('/').Where(part => part.Length == 4 && part.All(char.IsAsciiDigit)).Select(part => (int?)int.Parse(part, CultureInfo.InvariantCulture)).FirstOrDefault(year => year is > 1944 and < 2100);

    /// <summary>What it says of itself and another: the newer one, what it did, the older one. <paramref name="own"/> is its own key.</summary>
    public IEnumerable<(string Newer, DocumentTie Tie, string Older)> Ties(string own) =>
    [
        .. Of(ReplacedBy, DocumentTie.Replaces, newer => (newer, own)), .. Of(AmendedBy, DocumentTie.Amends, newer => (newer, own)), .. Of(RepealedBy, DocumentTie.Repeals, newer => (newer, own)),
        .. Of(Replaces, DocumentTie.Replaces, older => (own, older)), .. Of(Amends, DocumentTie.Amends, older => (own, older)), .. Of(Repeals, DocumentTie.Repeals, older => (own, older)),
    ];

    public override IEnumerable<string?> Words() => [Number, Issuer, Subject, Signer];

    public override IEnumerable<string> Exact() => [Number];

    private static IEnumerable<(string, DocumentTie, string)> Of(IEnumerable<string> named, DocumentTie tie, Func<string, (string Newer, string Older)> ends) =>
        named.Select(key => key.Trim()).Where(key => key != "").Select(ends).Select(pair => (pair.Newer, tie, pair.Older));
}

/// <summary>A file of a document: the text as it was signed, an annex, a form.</summary>
public sealed record DocumentFile
{
    [Field("Tệp trong thư viện", "File", Input = FieldInput.Media, Order = 1, Holds = MediaKind.Document), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string File { get; init; } = "";
    [Field("Tên hiện ra", "Label", Order = 2, Example = "Bản chính, Phụ lục 1"), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")] public string? Label { get; init; }
}

public enum LegalDocumentKind { Law, Resolution, Decree, Decision, Directive, Circular, Plan }

/// <summary>What a newer document did to an older one.</summary>
public enum DocumentTie { Replaces, Amends, Repeals }

public enum EffectStatus { InForce, Expired, PartlyAmended, Unverified }

/// <summary>Whether the wording was read in a public copy or is known at second hand (regulation.md).</summary>
public enum Confidence { SecondHand, Read }
