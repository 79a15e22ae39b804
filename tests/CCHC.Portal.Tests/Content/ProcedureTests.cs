using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Content;

public sealed class ProcedureTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Todays_amount_is_the_latest_that_applies_and_the_older_ones_stay_in_the_history()
    {
        var procedure = Given.Procedure() with
        {
            Fees =
            [
                new Fee { Name = "Bản sao", From = new(2024, 1, 1), Amount = 5_000 },
                new Fee { Name = "Bản sao", From = new(2026, 11, 23), Amount = 8_000 },
                new Fee { Name = "Bản sao", From = new(2027, 1, 1), Amount = 10_000 },
                new Fee { Name = "Bản sao", Channel = DeliveryMode.Online, Amount = 4_000 },
            ],
        };

        Assert.Equal([8_000, 4_000], procedure.FeesOn(Today).Select(fee => fee.Amount));
        Assert.Equal([5_000, 4_000], procedure.FeesOn(Today.AddDays(-1)).Select(fee => fee.Amount));
        Assert.Equal([10_000, 5_000], procedure.OtherFees(Today).Select(fee => fee.Amount));
    }

    [Fact]
    public void Every_field_readers_need_is_asked_for_in_Vietnamese()
    {
        var missing = ContentTypes.Procedure.Missing(new Procedure()).Select(one => one.Words).ToList();

        Assert.Equal(
            ["Hãy nhập mã thủ tục.", "Hãy viết thủ tục dành cho ai.", "Hãy ghi cơ quan có thẩm quyền.", "Hãy ghi đơn vị giải quyết.", "Hãy ghi ít nhất một nơi tiếp nhận.", "Hãy ghi ít nhất một bước thực hiện.",
             "Hãy ghi ít nhất một giấy tờ cần có.", "Hãy ghi thời hạn giải quyết.", "Hãy ghi phí, lệ phí; không thu tiền thì ghi 0.", "Hãy ghi kết quả người dân nhận được.", "Hãy ghi ít nhất một căn cứ pháp lý.", "Hãy ghi quyết định công bố thủ tục."], missing);
        Assert.Empty(ContentTypes.Procedure.Missing(Given.Procedure()));
    }

    [Fact]
    public void What_does_not_hold_together_is_named()
    {
        var procedure = Given.Procedure() with { Online = OnlineServiceLevel.Partial, Change = ProcedureChangeKind.Replaced, Papers = [new RequiredDocument { Originals = 1 }], Times = [new ProcessingTime { Unit = TimeUnit.Days }] };

        Assert.Equal(
            ["Giấy tờ thứ 1 chưa có tên.", "Thời hạn thứ 1 chưa có số và đơn vị.", "Trực tuyến một phần thì phải ghi vì sao chưa toàn trình.",
             "Thủ tục bị thay thế thì phải ghi được thay bằng thủ tục nào.", "Thủ tục bị thay thế, bãi bỏ thì phải ghi hết hiệu lực từ ngày nào."], procedure.Problems());
    }

    [Theory]
    [InlineData("1.004222", true)]
    [InlineData("MAU-012", true)]
    [InlineData("1.00422", false)]
    [InlineData("A.004222", false)]
    public void A_code_is_the_national_one_or_says_that_it_is_a_sample(string code, bool right)
    {
        var field = ContentTypes.Procedure.Fields.Single(field => field.Name == "Code");

        Assert.Equal(right, field.Wrong(Given.Procedure(code)) is null);
    }
}
