using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A few questions to everybody, until a day: an opinion poll, or a quiz where a choice is right. Who answered is not known (A20).</summary>
[ContentType("survey", "khao-sat", "Khảo sát", "Survey")]
public sealed record Survey : ContentBody
{
    [Field("Nhận trả lời đến hết ngày", "Open until", Order = 1), Required(ErrorMessage = "Hãy ghi ngày cuối nhận trả lời.")]
    public DateOnly? Until { get; init; }

    [Field("Câu hỏi", "Questions", Input = FieldInput.Rows, Order = 6), AtLeastOne(ErrorMessage = "Hãy viết ít nhất một câu hỏi.")]
    public List<SurveyQuestion> Questions { get; init; } = [];

    [Field("Xem cùng (mã chỉ số hoặc mã liên kết, mỗi dòng một)", "See also", Input = FieldInput.Lines, Folded = true, Order = 7, Hint = "Ví dụ sipas: chỉ số hài lòng do cấp trên đo.")]
    public List<string> SeeAlso { get; init; } = [];

    /// <summary>Whether something in it is right or wrong.</summary>
    public bool IsQuiz => Questions.Exists(question => !string.IsNullOrEmpty(question.Right));

    public bool IsOpen(DateOnly day) => Until is { } last && day <= last;

    public override IEnumerable<string?> Words() => Questions.Select(question => question.Ask);

    public override IEnumerable<(string Type, string Key)> Names() => SeeAlso.SelectMany(key => new[] { ("indicator", key), ("serviceLink", key) });

    public override IEnumerable<string> Problems()
    {
        foreach (var (question, number) in Questions.Select((question, at) => (question, at + 1)))
        {
            if (string.IsNullOrWhiteSpace(question.Ask) || question.Choices.Distinct().Count() is < 2 or > SurveyQuestion.MostChoices || question.Choices.Distinct().Count() != question.Choices.Count)
            {
                yield return $"Câu {number} cần có lời hỏi và từ 2 đến {SurveyQuestion.MostChoices} lựa chọn khác nhau.";
            }
            if (question.Right is { Length: > 0 } right && !question.Choices.Contains(right))
            {
                yield return $"Câu {number}: đáp án đúng phải chép đúng một lựa chọn.";
            }
            if (question.Choices.Exists(choice => choice.Length > SurveyQuestion.MostCharacters))
            {
                yield return $"Câu {number}: một lựa chọn không quá {SurveyQuestion.MostCharacters} ký tự.";
            }
        }
        if (Questions.Select(question => question.Ask).Distinct().Count() != Questions.Count)
        {
            yield return "Hai câu hỏi không được giống hệt nhau.";
        }
    }
}

/// <summary>One question of a survey with what may be chosen, and which of it is right when it is a quiz.</summary>
public sealed record SurveyQuestion
{
    public const int MostChoices = 12, MostCharacters = 200;

    [Field("Câu hỏi", "Question", Order = 1, Example = "Bạn thường nộp hồ sơ bằng cách nào?"), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string Ask { get; init; } = "";
    [Field("Lựa chọn (mỗi dòng một)", "Choices", Input = FieldInput.Lines, Order = 2)] public List<string> Choices { get; init; } = [];
    [Field("Đáp án đúng", "Right choice", Order = 3, Hint = "Chỉ cho câu đố: chép đúng một lựa chọn. Hỏi ý kiến thì để trống."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string? Right { get; init; }
    [Field("Vì sao đúng", "Why", Order = 4), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")] public string? Why { get; init; }
}
