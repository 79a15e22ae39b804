using System.Text;
using CCHC.Portal.Content;
using CsCheck;

namespace CCHC.Portal.Tests.Content;

public sealed class CaptionsTests
{
    [Fact]
    public void SubRip_becomes_clean_webvtt()
    {
        var (vtt, problem) = Captions.Read(Encoding.UTF8.GetBytes("\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Xin chào</i> {\\an8}bà con\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nDòng một\r\nDòng hai\r\n"));

        Assert.Null(problem);
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nXin chào bà con\n\n00:00:03.000 --> 00:00:04.000\nDòng một\nDòng hai\n", vtt);
        Assert.Equal("Xin chào bà con\nDòng một Dòng hai", Captions.Plain(vtt!));
    }

    [Fact]
    public void Styles_notes_and_markup_of_webvtt_are_dropped()
    {
        var (vtt, _) = Captions.Read("WEBVTT - tên\n\nSTYLE\n::cue{background:url(http://x)}\n\nNOTE ghi chú\n\nc1\n00:01.000 --> 00:02.000 position:10%\n<v An>1 < 2 <script>x</script></v>\n"u8.ToArray());

        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n1 &lt; 2 x\n", vtt);
    }

    [Theory]
    [InlineData("WEBVTT\n\n00:00:05.000 --> 00:00:02.000\nNgược\n", "không theo thứ tự")]
    [InlineData("WEBVTT\n\n00:00:05.000 --> 00:00:06.000\nSau\n\n00:00:01.000 --> 00:00:02.000\nTrước\n", "không theo thứ tự")]
    [InlineData("WEBVTT\n\nhai giây --> ba giây\nChữ\n", "không đọc được")]
    [InlineData("Không phải phụ đề", "không có dòng phụ đề nào")]
    [InlineData("", "không có dòng phụ đề nào")]
    public void What_is_wrong_is_said(string text, string words) =>
        Assert.Contains(words, Captions.Read(Encoding.UTF8.GetBytes(text)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Other_alphabets_and_floods_are_refused()
    {
        Assert.Contains("UTF-8", Captions.Read([0x57, 0xFF, 0xE1, 0x20]).Problem, StringComparison.Ordinal);
        Assert.Contains("1 MB", Captions.Read(new byte[Captions.MostBytes + 1]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_comes_in_nothing_throws() => Gen.String.Sample(text => Captions.Read(Encoding.UTF8.GetBytes("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text)) is (not null, null) or (null, not null));
}
