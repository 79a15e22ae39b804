using System.Text;
using CCHC.Portal.Cases;

namespace CCHC.Portal.Tests.Cases;

/// <summary>Better once too often: a person looks. But a portal that suspects everybody is no use either.</summary>
public sealed class SuspectedDenunciationTests
{
    private static readonly string[] Reports =
    [
        "Tôi tố cáo ông A, cán bộ địa chính, nhận tiền để làm nhanh hồ sơ đất.",
        "Chị cán bộ một cửa đòi tiền mới chịu trả kết quả.",
        "Cán bộ vòi tiền bồi dưỡng của gia đình tôi hai triệu đồng.",
        "Muốn xong sớm thì phải có phong bì cho anh ấy.",
        "Họ bảo phải lót tay thì hồ sơ mới được duyệt.",
        "Trưởng thôn bị nghi tham ô tiền làm đường.",
        "Có dấu hiệu tham nhũng trong việc cấp đất ở thôn 2.",
        "Ông ấy nhận hối lộ của chủ tàu du lịch.",
        "Kế toán biển thủ quỹ của hợp tác xã.",
        "Cán bộ ăn chặn tiền hỗ trợ hộ nghèo.",
        "Tiền cứu trợ sau bão bị ăn bớt, mỗi hộ mất năm trăm nghìn.",
        "Công trình kè biển bị rút ruột, xi măng thiếu.",
        "Cán bộ giả mạo chữ ký của bố tôi trong hồ sơ đất.",
        "Hồ sơ thương binh của ông này là hồ sơ giả.",
        "Họ khai khống số hộ bị thiệt hại để lấy tiền.",
        "Công an xã bao kê cho quán karaoke hoạt động quá giờ.",
        "Ông ấy lợi dụng chức vụ để lấy đất công cho con trai.",
        "Tôi bị cán bộ dọa nạt vì đã gửi đơn.",
        "Dân quân đánh người ở bến phà tối qua.",
        "Cán bộ chiếm đoạt sổ đỏ của mẹ tôi.",
        "Phải chạy chức mới được vào làm ở phòng này.",
        "Cán bộ tống tiền chủ quán ở chợ.",
        "Chị ấy xin tiền cà phê mỗi lần làm giấy khai sinh.",
        "Mỗi hồ sơ phải kẹp thêm năm trăm nghìn tiền trà nước.",
        "toi to cao can bo nhan tien cua dan",
        "TÔI TỐ CÁO CÁN BỘ NHẬN HỐI LỘ",
        "can bo doi tien boi tron moi chiu ky giay",
        "Tôi tố cáo cán bộ địa chính.".Normalize(NormalizationForm.FormD),
        "Cán bộ nhận   hối\nlộ, cả xã đều biết",
        "Ông ấy làm giả giấy tờ để hưởng chính sách.",
        "Cán bộ thu tiền riêng không có biên lai.",
        "Họ sách nhiễu, vòi vĩnh dân khi làm sổ đỏ.",
    ];

    private static readonly string[] Innocent =
    [
        "Đèn đường trước cổng trường hỏng đã một tuần.",
        "Tôi muốn hỏi thủ tục đăng ký khai sinh cho con.",
        "Bến phà quá đông vào cuối tuần, đề nghị tăng chuyến.",
        "Rác ở bãi tắm không được thu gom.",
        "Bao giờ chúng tôi được nhận tiền hỗ trợ sau bão?",
        "Xin hỏi cấp lại chứng chỉ hành nghề ở đâu?",
        "Cán bộ một cửa hướng dẫn rất nhiệt tình, xin cảm ơn.",
        "Có cuộc gọi tự xưng công an bảo cài VNeID, tôi sợ bị lừa.",
        "Cổng dịch vụ công báo lỗi khi thanh toán lệ phí.",
        "Nước sinh hoạt bị đục từ hôm qua.",
        "Đề nghị lắp biển báo ở ngã ba gần chợ.",
        "Hồ sơ đất của tôi quá hạn mười ngày chưa trả.",
        "Chó thả rông cắn trẻ em trong thôn.",
        "Tiếng ồn karaoke sau 22 giờ làm cả xóm mất ngủ.",
        "Giá vé tàu ra đảo tăng mà không thông báo.",
        "Tôi góp ý nên có ghế ngồi chờ ở Bộ phận Một cửa.",
        "Cho hỏi phí chứng thực bản sao là bao nhiêu tiền một trang?",
        "Mạng yếu nên không nộp được hồ sơ trực tuyến.",
        "Đường vào thôn 3 bị sạt lở sau mưa.",
        "Loa truyền thanh ở tổ 5 không nghe rõ.",
        "Xin cấp phát tiền trợ cấp người cao tuổi qua tài khoản.",
        "Tôi mất thẻ căn cước thì làm lại thế nào?",
    ];

    [Fact]
    public void Nearly_every_report_of_an_officials_wrong_is_suspected()
    {
        var missed = Reports.Where(report => SuspectedDenunciation.Because(report).Count == 0).ToList();

        Assert.True(missed.Count <= Reports.Length / 10, $"{missed.Count} missed:\n" + string.Join('\n', missed));
    }

    [Fact]
    public void Few_ordinary_messages_are_suspected()
    {
        var suspected = Innocent.Where(message => SuspectedDenunciation.Because(message).Count > 0).Select(message => $"{message} ({string.Join(", ", SuspectedDenunciation.Because(message))})").ToList();

        Assert.True(suspected.Count <= 1, $"{suspected.Count} suspected:\n" + string.Join('\n', suspected));
    }

    [Theory]
    [InlineData("Tôi tố cáo cán bộ.")]
    [InlineData("toi to cao can bo")]
    [InlineData("TÔI TỐ CÁO CÁN BỘ")]
    [InlineData("tôi...tố-cáo!!!")]
    public void How_it_is_written_makes_no_difference(string message)
    {
        Assert.NotEmpty(SuspectedDenunciation.Because(message));
        Assert.NotEmpty(SuspectedDenunciation.Because(message.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void It_says_which_words_decided() => Assert.NotEmpty(SuspectedDenunciation.Because("Ông ấy nhận hối lộ."));

    [Theory]
    [InlineData("")]
    [InlineData("     \n\n  ")]
    [InlineData("!!!???...")]
    public void Nothing_suspects_nobody(string message) => Assert.Empty(SuspectedDenunciation.Because(message));

    [Fact]
    public void A_very_long_message_is_read_to_its_end() =>
        Assert.NotEmpty(SuspectedDenunciation.Because(string.Concat(Enumerable.Repeat("a   . ", 20_000)) + "nhận hối lộ"));
}
