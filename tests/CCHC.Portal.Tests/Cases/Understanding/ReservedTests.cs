using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Tests.House;

namespace CCHC.Portal.Tests.Cases.Understanding;

/// <summary>Texts that no weight was made from, most of them close to the line: indirect tellings, and words of bribery in texts that accuse nobody.</summary>
public sealed class ReservedTests
{
    private static readonly string[] Sets = ["reserved", "held-out", "held-out-2", "held-out-3"];

    private static readonly IReadOnlyList<LabelledText> Reserved = [.. Sets.SelectMany(set => Training.Read(Repository.Under("tests", "bench", "classify", set + ".jsonl")))];

    public static TheoryData<string> Spellings => [.. Scoring.Spellings.Keys];

    [Fact]
    public void They_are_not_among_those_learned_from() =>
        Assert.Empty(Reserved.Select(text => text.Text).Intersect(Labelled.Texts.Select(text => text.Text)));

    /// <summary>Of 96; one may be missed with its letters in disorder, and one with its marks left as keystrokes: somebody who is said to have “seen to it before”, and no more.</summary>
    [Theory, MemberData(nameof(Spellings))]
    public void Every_denunciation_never_read_before_is_sealed(string spelling)
    {
        var denunciations = Reserved.Where(text => text.Kind == FeedbackKind.Denunciation).ToList();
        var missed = denunciations.Where(text => !Suggestions.For(Scoring.Spellings[spelling](text.Text)).IsSealed).Select(text => $"{text.Id}: {text.Text}").ToList();

        Assert.Equal(96, denunciations.Count);
        Assert.True(missed.Count == 0 || (spelling is "typos" or "Telex" && missed.Count == 1), $"{missed.Count} of {denunciations.Count}:\n" + string.Join('\n', missed));
    }

    [Theory, MemberData(nameof(Spellings))]
    public void Of_words_that_only_look_alike_at_most_one_text_in_twenty_is_sealed(string spelling)
    {
        var others = Reserved.Where(text => text.Kind != FeedbackKind.Denunciation).ToList();
        var wronged = others.Where(text => Suggestions.For(Scoring.Spellings[spelling](text.Text)).IsSealed).Select(text => $"{text.Id}: {text.Text}").ToList();

        Assert.True(wronged.Count * 20 <= others.Count, $"{wronged.Count} of {others.Count}:\n" + string.Join('\n', wronged));
    }

    [Theory]
    [InlineData("Khi bị cán bộ gợi ý tiền thì mình nên làm thế nào?", false)]
    [InlineData("Hôm qua cán bộ đòi tôi 5 triệu, tôi phải làm thế nào?", true)]
    [InlineData("Cho hỏi quy trình giải quyết tố cáo mất bao nhiêu ngày?", false)]
    [InlineData("Nước đục ngầu từ hôm mưa, giặt quần áo trắng thành vàng.", false)]
    public void A_question_in_general_is_no_accusation_and_one_of_ones_own_is(string text, bool isSealed) => Assert.Equal(isSealed, Suggestions.For(text).IsSealed);

    [Theory]
    [InlineData("Nước đục như nước gạo chảy ra từ vòi mấy hôm nay", "X-NUOC")]
    [InlineData("nuoc duc va tanh may hom nay, an uong khong dam dung", "X-NUOC")]
    [InlineData("Mất điện cả thôn từ tối qua", "X-DIEN")]
    [InlineData("Vé phà tăng giá mà không thông báo", "X-PHA")]
    public void What_is_not_ours_goes_to_the_body_whose_it_is(string text, string unit) => Assert.Equal(unit, Suggestions.For(text).Unit);
}
