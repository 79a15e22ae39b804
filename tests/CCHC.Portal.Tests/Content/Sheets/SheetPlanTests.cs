using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Content.Sheets;

public sealed class SheetPlanTests
{
    private static readonly Procedure Full = Given.Procedure() with
    {
        Field = ProcedureField.Land,
        Text = "Đoạn một.\n\n- mục | có gạch",
        OtherNames = ["tên | lạ", "=SUM(A1)"],
        Steps = [new ProcedureStep { Channel = DeliveryMode.Online, Title = "Một | hai", Text = "dòng\nhai \\ ba" }],
        Papers = [new RequiredDocument { Name = "Tờ khai", Originals = 1, Shown = true, Note = "|" }],
        Fees = [new Fee { Name = "A", Kind = FeeKind.Levy, From = new(2026, 1, 1), Amount = 0 }, new Fee { Name = "B", Amount = 1_000_000 }],
        Simplified = new Simplification { DaysBefore = 5, DaysAfter = 3 },
        EffectiveFrom = new(2026, 7, 1),
        Sample = true,
    };

    [Fact]
    public void What_an_edition_says_is_read_back_from_its_cells_as_the_same()
    {
        var edition = Given.LiveEdition(Full, "Tách thửa", "tach-thua");

        var plan = SheetPlan.Of([Row(edition)], [edition]);

        Assert.Empty(plan.Problems);
        var change = Assert.Single(plan.Changes);
        Assert.Equal(SheetFate.Same, change.Fate);
        Assert.Equal(edition.BodyJson, ContentTypes.Procedure.Write(change.Body));
    }

    [Fact]
    public void A_changed_fee_is_shown_as_that_field_alone_and_a_column_left_out_stays()
    {
        var edition = Given.LiveEdition(Full, "Tách thửa", "tach-thua");

        var plan = SheetPlan.Of([new SheetRow(2, new Dictionary<string, string> { ["code"] = Full.Code, ["fees"] = "A | Levy |  | 2026-01-01 | 9.000" })], [edition]);

        var change = Assert.Single(plan.Changes);
        Assert.Equal((SheetFate.Changed, "Phí, lệ phí"), (change.Fate, Assert.Single(change.Differences).Field));
        Assert.Equal([9_000], ((Procedure)change.Body).Fees.Select(fee => fee.Amount));
        Assert.Equal(Full.Papers, ((Procedure)change.Body).Papers);
    }

    [Fact]
    public void New_abolished_duplicate_and_untouched_ones_are_told_apart()
    {
        var (one, two) = (Given.LiveEdition(Given.Procedure("1.000001"), "Một", "mot"), Given.LiveEdition(Given.Procedure("1.000002"), "Hai", "hai"));
        var fresh = Row(Given.LiveEdition(Given.Procedure("1.000003"), "Ba", "ba"), 4);

        var plan = SheetPlan.Of([new SheetRow(2, new Dictionary<string, string> { ["code"] = "1.000001", ["change"] = "Abolished", ["effectiveUntil"] = "31/12/2026" }), new SheetRow(3, new Dictionary<string, string> { ["code"] = "1.000001" }), fresh], [one, two]);

        Assert.Equal([SheetFate.Abolished, SheetFate.New], plan.Changes.Select(change => change.Fate));
        Assert.Equal(new SheetProblem(3, "mã 1.000001 đã có ở dòng 2."), Assert.Single(plan.Problems));
        Assert.Equal(["1.000002"], plan.Untouched);
    }

    [Theory]
    [InlineData("times", "ba ngày", "Thời hạn thứ 1")]
    [InlineData("times", " | x | WorkingDays", "không phải số nguyên")]
    [InlineData("field", "KhongCo", "không có trong danh sách")]
    [InlineData("effectiveFrom", "32/13/2026", "không phải ngày")]
    [InlineData("papers", "", "Hãy ghi ít nhất một giấy tờ")]
    [InlineData("steps", "a|b|c|d|e|f|g|h|i|j|k", "nhiều nhất 3")]
    [InlineData("code", "xyz", "Mã thủ tục có dạng")]
    public void A_wrong_cell_is_named_by_line_and_words(string column, string cell, string words)
    {
        var cells = new Dictionary<string, string>(Row(Given.LiveEdition(Given.Procedure(), "Một", "mot"), 7).Cells) { [column] = cell };

        var plan = SheetPlan.Of([new SheetRow(7, cells)], []);

        Assert.Empty(plan.Changes);
        Assert.Contains(plan.Problems, problem => problem.Line == 7 && problem.Words.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_malformed_rows_are_answered_with_the_first_two_hundred_problems()
    {
        var text = new StringBuilder("code,title,fees\n");
        for (var at = 0; at < 10_000; at++)
        {
            text.Append("x").Append(at).Append(",,\"=HYPERLINK(1)|a|b|c|d|e|f|g\"\n");
        }
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (rows, problems) = SheetReading.Read(file, "a.csv");
        var plan = SheetPlan.Of(rows, []);

        Assert.Empty(problems);
        Assert.Equal((10_000, SheetReading.MostProblems), (plan.WrongRows, plan.Problems.Count));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000_000);
    }

    [Theory]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "tên,tuổi\n1,2\n")]
    [InlineData("a.csv", "code,title\n\"không đóng")]
    [InlineData("a.xlsx", "không phải tệp nén")]
    [InlineData("a.json", "{")]
    [InlineData("a.json", "{\"code\":1}")]
    [InlineData("a.json", "[1, [2]]")]
    [InlineData("a.exe", "MZ")]
    public void A_broken_file_is_answered_in_words(string name, string content)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));

        var (rows, problems) = SheetReading.Read(file, name);

        Assert.True(rows.Count <= 1);
        Assert.True(content == "" || problems.Count > 0 || SheetPlan.Of(rows, []).Problems.Count > 0);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_too_many_rows_are_refused()
    {
        using var latin = new MemoryStream([.. "code\n"u8, 0xE1, 0xFF, 0x0A]);
        using var many = new MemoryStream(Encoding.UTF8.GetBytes("code\n" + string.Concat(Enumerable.Repeat("1.000001\n", SheetReading.MostRows + 5))));

        Assert.Empty(SheetReading.Read(latin, "a.csv").Rows);
        Assert.Contains("quá", SheetReading.Read(many, "a.csv").Problems[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_count_only_pairs_that_are_known()
    {
        var totals = SimplificationTotal.Of([Full, Full with { Simplified = new Simplification { DaysBefore = 10, PapersBefore = 4, PapersAfter = 2 } }, Given.Procedure()]);

        var total = Assert.Single(totals);
        Assert.Equal((ProcedureField.Land, 2, 5, 3, 4, 2), (total.Field, total.Procedures, total.DaysBefore, total.DaysAfter, total.PapersBefore, total.PapersAfter));
    }

    private static SheetRow Row(Edition edition, int line = 2) => new(line, SheetColumns.All.Zip(SheetColumns.Row(edition)).ToDictionary(pair => pair.First, pair => pair.Second));
}
