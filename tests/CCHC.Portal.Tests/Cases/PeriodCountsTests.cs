using CCHC.Portal.Cases;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

/// <summary>Months, quarters and a year are published side by side: together they tell nothing that one of them hides.</summary>
public sealed class PeriodCountsTests
{
    private static readonly Gen<List<int[,]>> Quarters = Months(3, Gen.Int[1, 3], Gen.Int[1, 3]);
    private static readonly Gen<List<int[,]>> Years = Months(12, Gen.Int[1, 2], Gen.Int[1, 3]);

    [Theory]
    [InlineData(1, 1, 10)]    // the quarter, 12, less the month that is shown leaves 2: both are 1
    [InlineData(3, 0, 0)]
    [InlineData(4, 4, 4)]     // 12 of three numbers below five: each is 4
    [InlineData(2, 20, 30)]
    public void A_quarter_that_would_tell_its_months_is_hidden(int first, int second, int third) =>
        Assert.True(PeriodCounts.Hide([Single(first), Single(second), Single(third)])[0, 0]);

    [Theory]
    [InlineData(3, 4, 4)]
    [InlineData(0, 0, 7)]
    [InlineData(9, 20, 30)]
    public void A_quarter_that_tells_none_of_its_months_is_shown_though_they_are_small(int first, int second, int third) =>
        Assert.False(PeriodCounts.Hide([Single(first), Single(second), Single(third)])[0, 0]);

    [Fact]
    public void Nothing_hidden_in_a_month_can_be_worked_out_with_the_quarter_beside_it() => Check.Sample(Quarters, months => NothingIsTold(months), iter: 2000);

    [Theory]
    [InlineData(null)]
    [InlineData("8HSDYalfE3o3")]   // the year told a small quarter
    public void Nothing_hidden_in_a_month_can_be_worked_out_with_all_quarters_and_the_year_beside_it(string? seed) => Check.Sample(Years, months => NothingIsTold(months), seed: seed, iter: 200);

    [Fact]
    public void No_small_count_is_shown_in_a_longer_period() => Check.Sample(Quarters, months =>
    {
        var hidden = PeriodCounts.Hide(months);
        foreach (var (row, column) in Cells(months[0]))
        {
            Assert.True(hidden[row, column] || months.Sum(month => month[row, column]) is 0 or >= SmallCounts.Least);
        }
    });

    // Everything published, as equations over everything that is not: an unknown is told when it follows from them, however cleverly.
    private static void NothingIsTold(List<int[,]> months)
    {
        var tables = months.Select((month, index) => (Months: Enumerable.Range(index, 1).ToList(), Hidden: PeriodCounts.Hide([month]))).ToList();
        if (months.Count == 12)
        {
            tables.AddRange(Enumerable.Range(0, 4).Select(quarter => (Enumerable.Range(quarter * 3, 3).ToList(), PeriodCounts.Hide([.. months.Skip(quarter * 3).Take(3)]))));
        }
        tables.Add((Enumerable.Range(0, months.Count).ToList(), PeriodCounts.Hide(months)));
        var (rows, columns) = (months[0].GetLength(0) - 1, months[0].GetLength(1) - 1);
        // The unknowns are the inner cells of every month: all sums follow from them.
        double[] Sum(List<int> of, int row, int column)
        {
            var sum = new double[months.Count * rows * columns];
            foreach (var month in of)
            {
                foreach (var r in row == rows ? Enumerable.Range(0, rows) : [row])
                {
                    foreach (var c in column == columns ? Enumerable.Range(0, columns) : [column])
                    {
                        sum[(month * rows * columns) + (r * columns) + c] = 1;
                    }
                }
            }
            return sum;
        }
        var known = tables.SelectMany(table => Cells(months[0]).Where(cell => !table.Hidden[cell.Row, cell.Column]).Select(cell => Sum(table.Months, cell.Row, cell.Column))).ToList();
        var basis = Basis(known);
        foreach (var table in tables)
        {
            foreach (var (row, column) in Cells(months[0]).Where(cell => table.Months.Sum(month => months[month][cell.Row, cell.Column]) is > 0 and < SmallCounts.Least))
            {
                Assert.True(Left(Sum(table.Months, row, column), basis).Any(share => Math.Abs(share) > 1e-6), $"{row},{column} of the months {string.Join(' ', table.Months)} is told");
            }
        }
    }

    private static List<(int Pivot, double[] Row)> Basis(List<double[]> rows)
    {
        var basis = new List<(int Pivot, double[] Row)>();
        foreach (var row in rows)
        {
            var left = Left(row, basis);
            var pivot = Enumerable.Range(0, left.Length).MaxBy(i => Math.Abs(left[i]));
            if (Math.Abs(left[pivot]) > 1e-6)
            {
                basis.Add((pivot, left));
            }
        }
        return basis;
    }

    private static double[] Left(double[] row, List<(int Pivot, double[] Row)> basis) => basis.Aggregate(row, (left, one) =>
    {
        var times = left[one.Pivot] / one.Row[one.Pivot];
        return Math.Abs(times) < 1e-12 ? left : [.. left.Select((share, i) => share - (times * one.Row[i]))];
    });

    private static Gen<List<int[,]>> Months(int count, Gen<int> rows, Gen<int> columns) =>
        from r in rows
        from c in columns
        from values in Gen.Frequency((3, Gen.Const(0)), (4, Gen.Int[1, 4]), (4, Gen.Int[5, 30])).Array[count * r * c]
        select Enumerable.Range(0, count).Select(month => WithSums(values[(month * r * c)..((month + 1) * r * c)], r, c)).ToList();

    private static int[,] Single(int value) => WithSums([value], 1, 1);

    private static int[,] WithSums(int[] values, int rows, int columns)
    {
        var cells = new int[rows + 1, columns + 1];
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var (row, column) in new[] { (i / columns, i % columns), (i / columns, columns), (rows, i % columns), (rows, columns) })
            {
                cells[row, column] += values[i];
            }
        }
        return cells;
    }

    private static IEnumerable<(int Row, int Column)> Cells(int[,] cells) =>
        from row in Enumerable.Range(0, cells.GetLength(0))
        from column in Enumerable.Range(0, cells.GetLength(1))
        select (row, column);
}
