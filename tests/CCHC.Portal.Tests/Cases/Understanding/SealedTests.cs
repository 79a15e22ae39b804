using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;

namespace CCHC.Portal.Tests.Cases.Understanding;

/// <summary>No denunciation of the labelled texts is missed, however it was typed; ordinary words are seldom sealed.</summary>
public sealed class SealedTests
{
    public static TheoryData<string> Spellings => [.. Scoring.Spellings.Keys];

    [Theory, MemberData(nameof(Spellings))]
    public void Every_labelled_denunciation_is_sealed_in_every_spelling(string spelling)
    {
        var missed = Labelled.Texts.Where(text => text.Kind == FeedbackKind.Denunciation && !Suggestions.For(Scoring.Spellings[spelling](text.Text)).IsSealed).Select(text => $"{text.Id}: {Scoring.Spellings[spelling](text.Text)}").ToList();

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Theory, MemberData(nameof(Spellings))]
    public void At_most_one_ordinary_text_in_a_hundred_is_sealed(string spelling)
    {
        var others = Labelled.Texts.Where(text => text.Kind != FeedbackKind.Denunciation).ToList();
        var wronged = others.Where(text => Suggestions.For(Scoring.Spellings[spelling](text.Text)).IsSealed).Select(text => $"{text.Id}: {text.Text}").ToList();

        Assert.True(wronged.Count * 100 <= others.Count, $"{wronged.Count} of {others.Count}:\n" + string.Join('\n', wronged));
    }

    [Theory]
    [InlineData("Chị tiếp nhận hách dịch, quát cả người già.")]
    [InlineData("Anh địa chính đo đất giữa trưa nắng, không phải lót tay gì cả.")]
    [InlineData("Gửi phong bì cảm ơn mà các cháu nhất quyết không nhận.")]
    [InlineData("Cho hỏi khiếu nại và tố cáo khác nhau thế nào?")]
    [InlineData("Nhân tiện cho hỏi cấp lại chứng chỉ hành nghề ở đâu?")]
    [InlineData("Có cuộc gọi tự xưng công an đòi tiền, tôi sợ bị lừa.")]
    [InlineData("Bao giờ chúng tôi được nhận tiền hỗ trợ sau bão?")]
    public void Bad_manners_thanks_questions_and_swindlers_are_not_sealed(string text) => Assert.False(Suggestions.For(text).IsSealed);

    [Theory]
    [InlineData("Không có phong bì thì hồ sơ nằm đó cả năm.")]
    [InlineData("T ố c á o cán bộ xã")]
    [InlineData("can bo n.h.a.n h.ố.i l.ộ")]
    [InlineData("cán bộ nhậnhốilộ")]
    [InlineData("CSGT làm luật mỗi xe 200 nghìn")]
    [InlineData("tooi toos casos oong truowrng phofng")]
    [InlineData("to6i to61 ca1o o6ng tru7o73ng pho2ng")]
    public void Hiding_the_word_does_not_hide_the_act(string text) => Assert.True(Suggestions.For(text).IsSealed);
}
