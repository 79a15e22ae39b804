using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>How to do one thing, step by step.</summary>
[ContentType("guide", "huong-dan", "Hướng dẫn", "Guide", CheckEveryMonths = 6, Sought = 106)]
public sealed record Guide : ContentBody
{
    [Field("Dành cho ai", "Who it is for", Order = 1, Example = "Cha mẹ có con mới sinh, chưa đăng ký khai sinh"), Required(ErrorMessage = "Hãy viết hướng dẫn dành cho ai."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Audience { get; init; } = "";

    [Field("Mất bao lâu", "How long it takes", Order = 2, Example = "15 phút nộp, 1 ngày làm việc có kết quả"), StringLength(100, ErrorMessage = "Dài quá 100 ký tự.")]
    public string? Takes { get; init; }

    [Field("Chuẩn bị", "What to prepare", Input = FieldInput.Lines, Hint = "Mỗi dòng một thứ.", Order = 3)]
    public List<string> Prepare { get; init; } = [];

    [Field("Các bước", "Steps", Input = FieldInput.Rows, Order = 4)]
    public List<GuideStep> Steps { get; init; } = [];

    [Field("Cần giúp thì gọi ai", "Whom to call", Order = 5), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string? Help { get; init; }

    [Field("Hỏi thường gặp", "Questions", Input = FieldInput.Rows, Folded = true, Order = 6)]
    public List<GuideQuestion> Questions { get; init; } = [];

    /// <summary>What one reads in an emergency; it stands on the emergency page.</summary>
    [Field("Cần đọc khi khẩn cấp", "For emergencies", Folded = true, Order = 7, Hint = "Hướng dẫn hiện ở trang Khẩn cấp, mở được cả khi mạng rất yếu.")]
    public bool Emergency { get; init; }

    public override IEnumerable<string?> Words() =>
        [Audience, .. Prepare, .. Steps.SelectMany(step => new[] { step.Title, step.Text }), Help, .. Questions.SelectMany(question => new[] { question.Ask, question.Answer })];

    public override IEnumerable<string> Problems()
    {
        if (Steps.Count == 0)
        {
            yield return "Hướng dẫn cần ít nhất một bước.";
        }
    }
}

/// <summary>One step of a guide.</summary>
public sealed record GuideStep
{
    [Field("Tên bước", "Step", Order = 1, Example = "Bắt đầu bằng động từ: Lấy số, Nộp hồ sơ"), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string Title { get; init; } = "";
    [Field("Cách làm", "Text", Input = FieldInput.Markdown, Order = 2, Example = "Bấm vào đâu, đưa giấy gì cho ai, thấy gì thì biết là xong."), StringLength(4000, ErrorMessage = "Dài quá 4000 ký tự.")] public string Text { get; init; } = "";
}

/// <summary>A question people ask about the thing, with its answer.</summary>
public sealed record GuideQuestion
{
    [Field("Câu hỏi", "Question", Order = 1), StringLength(299, ErrorMessage = "Dài quá 299 ký tự.")] public string Ask { get; init; } = "";
    [Field("Trả lời", "Answer", Input = FieldInput.Markdown, Order = 2), StringLength(4000, ErrorMessage = "Dài quá 4000 ký tự.")] public string Answer { get; init; } = "";
}
