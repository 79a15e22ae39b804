using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests.Content.Papers;

public sealed class DocumentChainTests
{
    private static readonly WorkingCalendar Calendar = new(
        [.. Enumerable.Range(1, 5).Select(day => new OpeningHours((DayOfWeek)day, new TimeOnly(7, 30), new TimeOnly(17, 0)))],
        [new CalendarException(new DateOnly(2026, 11, 24), CalendarDayKind.Holiday, "Ngày Văn hóa Việt Nam")]);

    [Fact]
    public void A_tie_said_on_one_side_is_true_of_both_whichever_side_it_is()
    {
        var chain = new DocumentChain([("cu", new LegalDocument { ReplacedBy = ["moi"] }), ("moi", new LegalDocument { Amends = ["khac"], Replaces = ["cu"] }), ("khac", new LegalDocument { RepealedBy = [" moi "] })]);

        Assert.Equal(["moi"], chain.Newer("cu", DocumentTie.Replaces));   // said twice, shown once
        Assert.Equal(["cu"], chain.Older("moi", DocumentTie.Replaces));
        Assert.Equal(["moi"], chain.Newer("khac", DocumentTie.Amends));
        Assert.Equal(["khac"], chain.Older("moi", DocumentTie.Repeals));
        Assert.Empty(chain.Newer("moi", DocumentTie.Replaces));
        Assert.Null(chain.LoopThrough("moi"));
    }

    [Fact]
    public void What_stands_in_its_place_is_the_last_of_the_way_and_may_be_two()
    {
        var chain = new DocumentChain([("a", new LegalDocument { ReplacedBy = ["b"] }), ("b", new LegalDocument { ReplacedBy = ["c", "d"] }), ("c", new LegalDocument { ReplacedBy = ["e"] })]);

        Assert.Equal(["d", "e"], chain.InItsPlaceNow("a").Order());
        Assert.Equal(["e"], chain.InItsPlaceNow("c"));
        Assert.Empty(chain.InItsPlaceNow("e"));
    }

    [Fact]
    public void A_loop_is_told_step_by_step_and_hangs_nobody()
    {
        var chain = new DocumentChain([("a", new LegalDocument { ReplacedBy = ["b"] }), ("b", new LegalDocument { AmendedBy = ["c"] }), ("c", new LegalDocument { ReplacedBy = ["a"] }), ("x", new LegalDocument { ReplacedBy = ["x"] })]);

        Assert.Equal(["a", "b", "c", "a"], chain.LoopThrough("a")!);
        Assert.Equal(["x", "x"], chain.LoopThrough("x")!);
        Assert.Empty(new DocumentChain([("a", new LegalDocument { ReplacedBy = ["b"] }), ("b", new LegalDocument { ReplacedBy = ["a"] })]).InItsPlaceNow("a"));
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-30")]   // Friday; the holiday of the 24th is not counted
    [InlineData("2026-11-21", "2026-11-30")]   // signed on a Saturday
    [InlineData("2026-11-12", "2026-11-19")]
    public void A_signed_document_must_stand_after_five_working_days(string signed, string due)
    {
        var document = new LegalDocument { Number = "1/QĐ-UBND", IssuedOn = DateOnly.Parse(signed, null) };
        var last = DateOnly.Parse(due, null);

        Assert.Null(PostingRule.Missed(document, Calendar, last));
        Assert.Equal(last, PostingRule.Missed(document, Calendar, last.AddDays(1)));
        Assert.Null(PostingRule.Missed(document with { Number = "" }, Calendar, last.AddDays(1)));
    }
}
