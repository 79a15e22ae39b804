using CCHC.Portal.Content;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Content;

public sealed class DossierFiguresTests
{
    private static readonly DossierPeriod Whole = new() { From = new(2026, 7, 1), Until = new(2026, 9, 30), CarriedOver = 160, Received = 2_500, SettledOnTime = 2_450, SettledLate = 50, PendingOnTime = 150, PendingLate = 10, ClosedOn = new(2026, 9, 30), Source = "Báo cáo" };

    [Fact]
    public void What_came_must_be_settled_or_still_there_and_the_difference_is_said()
    {
        var wrong = Assert.Single(DossierFigures.WrongWith(Whole with { Received = 2_480 }));

        Assert.Empty(DossierFigures.WrongWith(Whole));
        Assert.Equal("tổng không khớp: chuyển sang 160 + nhận mới 2480 = 2640; đã giải quyết 2500 + đang giải quyết 160 = 2660; lệch 20 hồ sơ.", wrong);
        Assert.Equal(98m, Whole.InTime);
    }

    [Fact]
    public void What_was_not_published_is_no_zero_and_may_not_contradict_what_was()
    {
        Assert.Empty(DossierFigures.WrongWith(Whole with { PendingLate = null }));
        Assert.Equal(["đã và đang giải quyết (2710) nhiều hơn số có (2660), lệch 50 hồ sơ."], DossierFigures.WrongWith(Whole with { SettledLate = null, PendingOnTime = 250 }));
        Assert.Null((Whole with { SettledLate = null }).InTime);
        Assert.Null((Whole with { SettledOnTime = 0, SettledLate = 0, PendingOnTime = 2_650 }).InTime);   // none settled: no share
        Assert.Empty(DossierFigures.WrongWith(new DossierPeriod { From = new(2026, 1, 1), Until = new(2026, 3, 31) }));
        Assert.Equal(["có số thì phải ghi nguồn.", "có số thì phải ghi ngày chốt số."], DossierFigures.WrongWith(Whole with { Source = " ", ClosedOn = null }));
    }

    [Fact]
    public void A_file_replaces_the_periods_it_names_and_one_row_that_cannot_be_is_told_by_its_line()
    {
        var table = Given.LiveEdition(new DossierFigures { Periods = [Whole] }, "Bảng", "bang-thu");
        static SheetRow Row(int line, params string[] cells) => new(line, DossierSheet.Columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));

        var good = DossierSheet.Of([Row(2, "bang-thu", "1/7/2026", "30/9/2026", "", "160", "2500", "2400", "100", "150", "10", "2026-09-30", "Báo cáo 2", "", ""), Row(3, "bang-thu", "2026-10-01", "2026-12-31", "", "", "", "", "", "", "", "", "", "", "")], [table]);
        var bad = DossierSheet.Of([Row(2, "khong-co"), Row(3, "bang-thu", "1/7/2026", "30/9/2026", "", "160", "2500", "2400", "50", "150", "10", "2026-09-30", "Báo cáo", "", ""), Row(4, "bang-thu", "hôm qua", "30/9/2026", "", "x")], [table]);

        var body = (DossierFigures)Assert.Single(good.Changes).Body;
        Assert.Empty(good.Problems);
        Assert.Equal([100, null], body.Periods.Select(period => period.SettledLate));
        Assert.Equal([2, 3, 4, 4], bad.Problems.Select(problem => problem.Line));
        Assert.Contains("lệch 50 hồ sơ", bad.Problems[1].Words, StringComparison.Ordinal);
    }
}
