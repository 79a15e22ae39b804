using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A question people really ask, with an answer that holds for everybody (P10).</summary>
[ContentType("question", "hoi-dap", "Hỏi – đáp", "Question and answer", CheckEveryMonths = 6)]
public sealed record Question : ContentBody
{
    [Field("Đơn vị trả lời", "Answered by", Order = 1), Required(ErrorMessage = "Hãy ghi đơn vị trả lời."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string AnsweredBy { get; init; } = "";

    [Field("Ngày trả lời", "Answered on", Order = 2), Required(ErrorMessage = "Hãy ghi ngày trả lời.")]
    public DateOnly? AnsweredOn { get; init; }

    [Field("Câu hỏi đầy đủ", "The question in full", Order = 3, Hint = "Không ghi tên ai; viết lại cho ai cũng hiểu."), StringLength(2000, ErrorMessage = "Dài quá 2000 ký tự.")]
    public string? Asked { get; init; }

    [Field("Lĩnh vực", "Field", Order = 4)]
    public ProcedureField? Field { get; init; }

    [Field("Văn bản dẫn", "Documents", Input = FieldInput.Lines, Hint = "Mỗi dòng một văn bản: số và điều, hoặc mã của văn bản trong mục Văn bản (nghi-dinh-118-2025-nd-cp).", Order = 6)]
    public List<string> Documents { get; init; } = [];

    public override IEnumerable<string?> Words() => [AnsweredBy, Asked, .. Documents];

    public override IEnumerable<(string Type, string Key)> Names() => Documents.Select(key => ("legalDocument", key));

    public override IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return "Hãy viết câu trả lời ở ô Nội dung.";
        }
    }
}
