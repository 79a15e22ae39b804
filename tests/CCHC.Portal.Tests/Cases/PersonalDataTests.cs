using System.Diagnostics;
using CCHC.Portal.Cases;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("gọi 0912 345 678 nhé", "0912 345 678", PersonalDataKind.Phone)]
    [InlineData("sđt 082.507.7988.", "082.507.7988", PersonalDataKind.Phone)]
    [InlineData("+84 912-345-678", "+84 912-345-678", PersonalDataKind.Phone)]
    [InlineData("máy bàn 0225 384 2000", "0225 384 2000", PersonalDataKind.Phone)]
    [InlineData("CCCD 031 085 001 234", "031 085 001 234", PersonalDataKind.IdentityNumber)]
    [InlineData("số 031085001234 của tôi", "031085001234", PersonalDataKind.IdentityNumber)]
    [InlineData("hộ chiếu C1234567", "C1234567", PersonalDataKind.IdentityNumber)]
    [InlineData("thư ten.toi+x@vidu.vn.", "ten.toi+x@vidu.vn", PersonalDataKind.Email)]
    [InlineData("xe 15A-123.45 đỗ", "15A-123.45", PersonalDataKind.Plate)]
    [InlineData("biển 15B1 12345", "15B1 12345", PersonalDataKind.Plate)]
    [InlineData("mã hồ sơ H24.12-251101-0045", "H24.12-251101-0045", PersonalDataKind.DossierNumber)]
    [InlineData("stk: 0123 4567 8901 234", "0123 4567 8901 234", PersonalDataKind.BankAccount)]
    [InlineData("nhà ở số 12/4 ngõ 56 gần chợ", "số 12/4 ngõ 56", PersonalDataKind.Address)]
    [InlineData("gặp ông Nguyễn Văn An ở đó", "Nguyễn Văn An", PersonalDataKind.Name)]
    [InlineData("Tôi là Trần Thị Bình, dân thôn 2", "Trần Thị Bình", PersonalDataKind.Name)]
    [InlineData("anh Trung bán hải sản", "Trung", PersonalDataKind.Name)]
    [InlineData("gặp chị Chi ở bến", "Chi", PersonalDataKind.Name)]
    [InlineData("anh T. phòng kinh tế", "T.", PersonalDataKind.Name)]
    [InlineData("gặp bà Đoàn Thị Lan", "Đoàn Thị Lan", PersonalDataKind.Name)]
    [InlineData("chủ tịch Đoàn Văn Hậu", "Đoàn Văn Hậu", PersonalDataKind.Name)]
    [InlineData("anh Công Anh", "Công Anh", PersonalDataKind.Name)]
    [InlineData("chủ tịch Công Anh", "Công Anh", PersonalDataKind.Name)]
    [InlineData("bà Hội Thị Tư", "Hội Thị Tư", PersonalDataKind.Name)]
    [InlineData("cán bộ ông Tổ Văn Ba", "Tổ Văn Ba", PersonalDataKind.Name)]
    public void What_tells_who_somebody_is_is_found(string text, string part, PersonalDataKind kind)
    {
        var found = Assert.Single(PersonalData.In(text));

        Assert.Equal((part, kind), (text.Substring(found.Start, found.Length), found.Kind));
    }

    [Theory]
    [InlineData("Gọi 1022 hoặc 113, lệ phí 8.000 đồng, tổng 1.234.567,5 đồng.")]
    [InlineData("Theo Quyết định số 255/2025/QĐ-UBND ngày 31/12/2025")]
    [InlineData("Ông ấy và bà cụ chờ ở quầy số 3 từ 7 giờ 30.")]
    [InlineData("Cán bộ Phòng Kinh tế và chủ tịch Ủy ban, bí thư Đảng ủy, cán bộ Một cửa, bí thư Đoàn xã, đồng chí Chủ tịch Hội Nông dân, cán bộ Công an đều biết")]
    [InlineData("Diện tích 120 m2, đường rộng 5 m, 12 hộ")]
    public void Ordinary_numbers_and_words_are_left_alone(string text) => Assert.Empty(PersonalData.In(text));

    [Fact]
    public void Spans_stand_in_order_and_never_overlap() =>
        Gen.String.Sample(text => Assert.All(PersonalData.In(text).Zip(PersonalData.In(text).Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start)), iter: 500);

    [Theory]
    [InlineData("0912 ")]
    [InlineData("a@")]
    [InlineData("ông Nguyễn ")]
    [InlineData("số 1 ngõ 2 ")]
    public void A_long_text_is_read_in_linear_time(string again)
    {
        var watch = Stopwatch.StartNew();
        PersonalData.In(string.Concat(Enumerable.Repeat(again, 100_000 / again.Length)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
    }
}
