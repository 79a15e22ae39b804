using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>What somebody else does now, or what a place is called now: old name, new name, from which day, and which document says so (D8).</summary>
[ContentType("movedDuty", "viec-nay-ai-lam", "Việc này nay ai làm", "Who does this now", ListOnly = true, Folder = "moved-duties", CheckEveryMonths = 6)]
public sealed record MovedDuty : ContentBody
{
    [Field("Loại", "Kind", Order = 1)]
    public MovedKind Moved { get; init; }

    [Field("Trước đây", "Before", Order = 1, Example = "Ủy ban nhân dân huyện Cát Hải"), Required(ErrorMessage = "Hãy ghi cơ quan, bộ phận hoặc địa danh trước đây."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Before { get; init; } = "";

    [Field("Nay là", "Now", Order = 2), Required(ErrorMessage = "Hãy ghi nay là cơ quan nào; chưa rõ thì ghi nơi người dân hỏi được."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Now { get; init; } = "";

    [Field("Từ ngày", "Since", Order = 3)]
    public DateOnly? Since { get; init; }

    [Field("Những việc gì (mỗi dòng một)", "Which matters", Input = FieldInput.Lines, Order = 4)]
    public List<string> Matters { get; init; } = [];

    [Field("Theo văn bản nào (mã văn bản hoặc số hiệu, mỗi dòng một)", "Which document says so", Input = FieldInput.Lines, Order = 5), AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một văn bản làm căn cứ.")]
    public List<string> LegalBasis { get; init; } = [];

    [Field("Đến hoặc hỏi ở đâu", "Where to go or ask", Order = 6, Example = "Trung tâm Phục vụ hành chính công"), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string? Where { get; init; }

    [Field("Trang của nơi đó", "Its page", Order = 7, Example = "/mot-cua"), RegularExpression("^/[a-z0-9/-]{1,200}$", ErrorMessage = "Trang của cổng bắt đầu bằng dấu /, ví dụ /mot-cua.")]
    public string? WhereLink { get; init; }

    [Field("Điện thoại", "Phone", Order = 8), RegularExpression(@"^[0-9+. ]{3,20}$", ErrorMessage = "Số điện thoại chỉ gồm chữ số, dấu chấm, dấu cách hoặc dấu +.")]
    public string? Phone { get; init; }

    [Field("Thứ tự", "Order", Order = 9), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    public override IEnumerable<string> AlsoCalled() => [Before, .. OtherNames];

    public override IEnumerable<string?> Words() => [Before, .. OtherNames, Now, .. Matters, Where, .. LegalBasis];

    public override IEnumerable<(string Type, string Key)> Names() => LegalBasis.Select(key => ("legalDocument", key));

    public override IEnumerable<string> Problems() =>
        Since is null && Text == "" ? ["Chưa ghi từ ngày nào thì hãy viết một câu ở phần Nội dung nói vì sao chưa rõ."] : [];
}

/// <summary>What moved: a matter to another body, a body into another, a place under another name.</summary>
public enum MovedKind { Matter, Body, Place }
