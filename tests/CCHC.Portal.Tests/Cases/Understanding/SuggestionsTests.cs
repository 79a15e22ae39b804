using System.Diagnostics;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Tests.Web.Naughty;
using CsCheck;

namespace CCHC.Portal.Tests.Cases.Understanding;

/// <summary>A suggestion is the same however a sentence was typed, says why, and never falls over.</summary>
public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("Hồ sơ sổ đỏ quá hạn hai tháng chưa trả kết quả")]
    [InlineData("ho so so do qua han hai thang chua tra ket qua")]
    [InlineData("HỒ SƠ SỔ ĐỎ QUÁ HẠN HAI THÁNG CHƯA TRẢ KẾT QUẢ")]
    [InlineData("hoof sow soor ddor quas hanj hai thangs chuwa trar keets quar")]
    [InlineData("ho62 so7 so63 d9o3 qua1 ha5n hai tha1ng chu7a tra3 ke61t qua3")]
    [InlineData("hs sổ đỏ wá hạn 2 tháng chx trả kq")]
    public void A_late_land_dossier_goes_to_the_economic_division(string text)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var said = Suggestions.For(text.Normalize(form));

            Assert.Equal((FeedbackKind.Report, FeedbackField.Land, "KT"), (said.Kind, said.Field, said.Unit));
        }
    }

    [Theory]
    [InlineData("Tôi khieus naji quyết định thu hồi đất", FeedbackKind.AdministrativeComplaint, "VP")]
    [InlineData("Cho em hỏi làm giấy khai sinh cần giấy tờ gì ạ?", FeedbackKind.Question, "VP")]
    [InlineData("Mất điện từ tối qua", FeedbackKind.OutOfScope, "X-DIEN")]
    [InlineData("Cảm ơn các cô chú một cửa rất tận tình", FeedbackKind.Praise, "TTPVHCC")]
    [InlineData("Vay nhanh không thế chấp, liên hệ ngay", FeedbackKind.Spam, "NONE")]
    [InlineData("", FeedbackKind.Spam, "NONE")]
    [InlineData("dfgh kjsdf werwer xcvxcv", FeedbackKind.Spam, "NONE")]
    public void Kinds_and_units_are_told_apart(string text, FeedbackKind kind, string unit)
    {
        var said = Suggestions.For(text);

        Assert.Equal((kind, unit), (said.Kind, said.Unit));
    }

    [Fact]
    public void The_words_that_decided_stand_where_it_says()
    {
        const string text = "Chào anh chị, hồ sơ SỔ ĐỎ của tôi trễ hẹn hai tháng.";

        var because = Suggestions.For(text).Because;

        Assert.Contains(because, reason => reason.Words.Contains("SỔ ĐỎ", StringComparison.Ordinal));
        Assert.All(because, reason => Assert.Equal(reason.Words, text.Substring(reason.Start, reason.Length)));
    }

    [Theory]
    [InlineData("Bị bắt bổ sung lần thứ tư rồi", "TooManySupplements")]
    [InlineData("Trễ hẹn một tháng mà không có phiếu xin lỗi", "LateWithoutApologySlip")]
    [InlineData("nhan vien mot cua hach sach, quat nat dan", "Harassment")]
    [InlineData("Dây điện đứt rơi xuống đường, nguy hiểm đến tính mạng", "Emergency")]
    [InlineData("Gọi tôi theo số 0912 345 678", "PersonalData")]
    public void Flags_are_raised(string text, string flag) => Assert.Contains(flag, Suggestions.For(text).Flags);

    [Fact]
    public void Whose_it_is_the_table_says_and_another_table_says_otherwise()
    {
        const string text = "Mất điện cả thôn từ tối qua";

        Assert.Equal("X-DIEN", Suggestions.For(text).Unit);
        Assert.Equal("VHXH", Suggestions.For(text, [new RoutingRule { Field = FeedbackField.Environment, UnitCode = "VHXH" }]).Unit);
        Assert.Equal(Suggestion.Triage, Suggestions.For(text, [new RoutingRule { Field = FeedbackField.Land, UnitCode = "KT" }]).Unit);
    }

    [Fact]
    public void No_string_makes_it_fall_over() =>
        Gen.String.Sample(text => Assert.All(Suggestions.For(text).Because, reason => Assert.Equal(reason.Words, text.Substring(reason.Start, reason.Length))), iter: 2000);

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\udc00tố cáo\ud83d")]
    [InlineData("\u0301\u0301\u0301")]
    [InlineData("ṭ̀̉́ố̃̂")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("1;DROP TABLE Feedback")]
    [InlineData("田中さん مرحبا 👩‍👩‍👧")]
    [InlineData("\u202Eoac ot")]
    public void Nor_do_naughty_ones(string text) => Assert.NotNull(Suggestions.For(text));

    [Fact]
    public void Every_string_of_the_naughty_list_gets_a_lawful_answer()
    {
        string[] units = [.. Labelled.Texts.Select(text => text.Unit), Suggestion.Sealed, Suggestion.Triage, Suggestion.Nobody];

        Assert.True(NaughtyStrings.All.Count > 450);
        Assert.All(NaughtyStrings.All.Concat(NaughtyStrings.All.Select(text => $"Cán bộ {text} nhận {text} thì mới làm")), text =>
        {
            var said = Suggestions.For(text);

            Assert.True(Enum.IsDefined(said.Kind) && Enum.IsDefined(said.Field) && said.Confidence is >= 0 and <= 1, text);
            Assert.Contains(said.Unit, units);
            Assert.Equal(said.IsSealed, said.Unit == Suggestion.Sealed);
            Assert.All(said.Because, reason => Assert.Equal(reason.Words, text.Substring(reason.Start, reason.Length)));
        });
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("tiền ")]
    [InlineData("cán bộ nhận ")]
    [InlineData("không thì ")]
    [InlineData("0")]
    [InlineData("0 ")]
    [InlineData("a@a.")]
    [InlineData("Nguyễn ")]
    public void A_hundred_thousand_characters_take_no_longer_than_they_must(string again)
    {
        var text = string.Concat(Enumerable.Repeat(again, 100_000 / again.Length));
        Suggestions.For("ấm máy");

        var watch = Stopwatch.StartNew();
        Suggestions.For(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_weights_in_use_are_what_the_labelled_texts_make()
    {
        using var made = new StringWriter();
        Training.Write(Labelled.Texts, made);

        var kept = File.ReadAllText(Repository.Under("src", "CCHC.Portal", "Cases", "Understanding", "weights.tsv"));

        Assert.True(made.ToString() == kept, "Run: portal classify train --in tests/bench/classify/texts.jsonl --out src/CCHC.Portal/Cases/Understanding/weights.tsv");
    }

    [Fact]
    public void Kind_field_and_unit_agree_with_people_on_texts_not_seen()
    {
        var line = Scoring.Report(Labelled.Texts, seen: false).First(line => line.StartsWith("no marks", StringComparison.Ordinal));

        var shares = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, at) => (word, at)).ToList();
        Assert.True(Share("kind") >= 85 && Share("field") >= 80 && Share("unit") >= 80, line);

        double Share(string name) => double.Parse(shares.First(one => one.word == name).at is var at ? shares[at + 1].word : "", System.Globalization.CultureInfo.InvariantCulture);
    }
}
