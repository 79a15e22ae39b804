using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Content;

public sealed class ProofreadingTests
{
    [Fact]
    public void A_text_in_order_has_nothing_to_mend() =>
        Assert.Empty(Findings("## Mục một\n\nMột câu ngắn.\n\n### Mục nhỏ\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n![Bến phà](media:hall.webp)\n\nXem [hướng dẫn nộp hồ sơ](/huong-dan/nop)."));

    [Theory]
    [InlineData("![](media:hall.webp)", true, "Ảnh thiếu mô tả")]
    [InlineData("![](hall.webp)", true, "Ảnh thiếu mô tả")]
    [InlineData("![Có](media:khong-co.webp)", true, "Ảnh không có trong thư viện")]
    [InlineData("![Có](https://noi-khac.vn/x.jpg)", true, "Ảnh lấy từ trang khác")]
    [InlineData("![Có](media:nguoi.webp)", false, "chưa có đồng ý")]
    [InlineData("# To", true, "cấp 1")]
    [InlineData("## Một\n\n#### Bốn", false, "nhảy từ cấp 2 xuống cấp 4")]
    [InlineData("### Ba", false, "nhảy từ cấp 1 xuống cấp 3")]
    [InlineData("[](/x)", true, "Liên kết không có chữ")]
    [InlineData("Mời xem [tại đây](/x).", false, "“tại đây” không nói")]
    [InlineData("[Xem thêm »](/x)", false, "không nói dẫn tới đâu")]
    [InlineData("[trang chủ](https://hong.vn/a#b)", false, "không mở được từ hôm qua")]
    [InlineData("|  |  |\n| --- | --- |\n| 1 | 2 |", false, "bảng không có dòng tiêu đề")]
    [InlineData("+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+", false, "bảng không có dòng tiêu đề")]
    [InlineData("Phí là 8.000 đồng [cần kiểm chứng].", true, "cần kiểm chứng")]
    [InlineData("Phí là 8.000 đồng \\[Cần kiểm chứng\\].", true, "cần kiểm chứng")]
    public void What_readers_would_stumble_over_is_named_at_its_field(string text, bool must, string words)
    {
        var finding = Assert.Single(Findings(text));

        Assert.Equal((must, "Body.Text"), (finding.Must, finding.Field));
        Assert.Contains(words, finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sentence_is_shown_and_figures_do_not_end_one()
    {
        var long_ = "Theo Nghị định 224/2026/NĐ-CP ngày 5.6.2026 thì người dân " + string.Join(' ', Enumerable.Repeat("từ", 30)) + " là hết.";

        var finding = Assert.Single(Findings($"Một câu. {long_} Câu nữa."));

        Assert.Equal("Câu dài 41 từ, nên tách", finding.Words);
        Assert.StartsWith("Theo Nghị định", finding.Quoted, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_type_are_looked_over_too()
    {
        var guide = new Guide { Audience = "Ai cũng được", Steps = [new GuideStep { Title = "Một", Text = "Bấm [tại đây](/x)." }] };

        Assert.Contains(Findings(guide), finding => finding.Field == "Body.Steps.0.Text");
    }

    [Fact]
    public void Title_summary_topic_owner_and_cover_are_asked_for()
    {
        var asked = new ProofreadingOf(ContentTypes.Article, new string('a', 95), "", new Article { Cover = "trong.webp" }) { Media = Media };

        var words = Proofreading.Of(asked).Select(finding => (finding.Must, finding.Field)).ToList();

        Assert.Equal([(true, "Summary"), (true, "Body.Cover"), (false, "Title"), (false, "Topics"), (false, "OwnerUnit")], words);
    }

    private static IReadOnlyList<Finding> Findings(string text) => Findings(new Article { Text = text });

    private static IReadOnlyList<Finding> Findings(ContentBody body) => Proofreading.Of(new ProofreadingOf(ContentTypes.All.Single(type => type.Body == body.GetType()), "Tiêu đề", "Tóm tắt.", body)
    {
        HasTopic = true,
        HasOwner = true,
        Media = Media,
        Broken = address => address.StartsWith("https://hong.vn/a", StringComparison.Ordinal) ? "từ hôm qua" : null,
    });

    private static MediaFile? Media(string name) => name switch
    {
        "hall.webp" => new MediaFile { Name = name, Alt = "Hội trường", Consent = Consent.NobodyShown },
        "trong.webp" => new MediaFile { Name = name, Consent = Consent.NobodyShown },
        "nguoi.webp" => new MediaFile { Name = name, Alt = "Người", Consent = Consent.Missing },
        _ => null,
    };
}
