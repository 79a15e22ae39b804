using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Cases.Asking;

/// <summary>Questions are data: for whom they are asked, what they accept, and how a site changes them.</summary>
public sealed class FormQuestionTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_question_is_asked_for_its_kinds_and_fields_only()
    {
        var question = new FormQuestion { Code = "ma-ho-so", Kinds = "Report Question", Fields = "Land" };

        Assert.True(question.IsFor(FeedbackKind.Question, FeedbackField.Land));
        Assert.False(question.IsFor(FeedbackKind.Praise, FeedbackField.Land));
        Assert.False(question.IsFor(FeedbackKind.Report, FeedbackField.Tourism));
        Assert.False(question.IsFor(null, FeedbackField.Land));
        Assert.False(new FormQuestion { Code = "tat", IsOff = true }.IsFor(FeedbackKind.Report, FeedbackField.Land));
    }

    [Theory]
    [InlineData("08/11/2026", true)]
    [InlineData("8-11-2026", true)]
    [InlineData("2026-11-08", true)]
    [InlineData("31/02/2026", false)]
    [InlineData("hôm qua", false)]
    [InlineData("24/11/2026", false)]
    public void A_date_is_read_as_people_write_it_and_one_that_has_passed_cannot_come(string typed, bool isRight)
    {
        var question = new FormQuestion { Code = "ngay", Label = "Ngày nhận", Input = QuestionInput.Date, IsPast = true };

        Assert.Equal(isRight, question.Judge(typed, Today, "vi") is null);
        Assert.True(!isRight || question.Take(typed).Text == "08/11/2026");
    }

    [Theory]
    [InlineData(QuestionInput.Number, "150.000", true)]
    [InlineData(QuestionInput.Number, "150000", true)]
    [InlineData(QuestionInput.Number, "mười nghìn", false)]
    [InlineData(QuestionInput.Choice, "Có", true)]
    [InlineData(QuestionInput.Choice, "Có | Yes", false)]
    [InlineData(QuestionInput.Text, "0123456789a", false)]
    public void An_answer_is_judged_by_what_the_question_is(QuestionInput input, string typed, bool isRight)
    {
        var question = new FormQuestion { Code = "c", Label = "Câu", Input = input, Options = "Có | Yes\nKhông | No", MostCharacters = 10 };

        Assert.Equal(isRight, question.Judge(typed, Today, "vi") is null);
    }

    [Fact]
    public void What_does_not_fit_the_pattern_is_told_in_the_questions_own_words_in_both_languages()
    {
        var question = new FormQuestion { Code = "ma", Label = "Mã", IsCompulsory = true, Pattern = @"H\d{2}-\d+", Wrong = "Mã chưa đúng", WrongEn = "Not such a number" };

        Assert.Equal("Mã chưa đúng", question.Judge("31", Today, "vi"));
        Assert.Equal("Not such a number", question.Judge("H24-7 và thêm", Today, "en"));
        Assert.Null(question.Judge("H24-7", Today, "vi"));
        Assert.NotNull(question.Judge("", Today, "vi"));
    }

    [Fact]
    public async Task The_common_file_is_asked_at_every_site_and_a_site_changes_adds_and_leaves_out()
    {
        await using var portal = await Given.Portal(("Media:DrawSeeds", "false"));
        using var seeds = Given.Seeds();
        File.WriteAllText(Path.Combine(seeds.Path, "questions.yaml"), "- {code: chung, label: \"Chung\", fields: [Land]}\n- {code: bo, label: \"Bỏ\"}\n- {code: doi, label: \"Trước\"}\n");
        seeds.Write("questions.yaml", "- {code: doi, label: \"Sau\", input: Choice, options: [\"Một | One\", \"Hai | Two\"], personal: true}\n- {code: bo, off: true}\n- {code: rieng, label: \"Riêng\", kinds: [Idea]}\n");

        Findings.None((await portal.Seed(seeds.Path)).Problems.Select(problem => problem.ToString()));

        var kept = await portal.Inside(portal.Sites.Single(), (_, db) => db.FormQuestions.AsNoTracking().OrderBy(question => question.Order).ToListAsync());
        Assert.Equal(["chung", "bo", "doi", "rieng"], kept.Select(question => question.Code));
        Assert.True(kept[1].IsOff);
        Assert.Equal(("Sau", QuestionInput.Choice, true, "Two"), (kept[2].Label, kept[2].Input, kept[2].IsPersonal, kept[2].Choices[1].English));

        seeds.Write("questions.yaml", "- {code: doi, label: \"Hỏng\", pattern: \"(\"}\n");
        var broken = await portal.Seed(seeds.Path);

        Assert.Contains(broken.Problems, problem => problem.ToString().Contains("doi", StringComparison.Ordinal));
        Assert.Equal(4, await portal.Inside(portal.Sites.Single(), (_, db) => db.FormQuestions.CountAsync()));
    }
}
