using CCHC.Portal.Cases;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

/// <summary>No published table lets anybody work out a count below five.</summary>
public sealed class SmallCountsTests
{
    private static readonly Gen<int[,]> Tables =
        from rows in Gen.Int[1, 4]
        from columns in Gen.Int[2, 4]
        from values in Gen.Frequency((3, Gen.Const(0)), (4, Gen.Int[1, 4]), (5, Gen.Int[5, 40])).Array[rows * columns]
        select WithSums(values, rows, columns);

    [Fact]
    public void No_small_count_is_shown() => Check.Sample(Tables, cells =>
    {
        var hidden = SmallCounts.Hide(cells);

        Assert.All(All(cells), cell => Assert.True(hidden[cell.Row, cell.Column] || cells[cell.Row, cell.Column] is 0 or >= SmallCounts.Least));
    });

    [Fact]
    public void No_hidden_number_is_alone_between_shown_ones() => Check.Sample(Tables, cells =>
    {
        var hidden = SmallCounts.Hide(cells);
        foreach (var line in Lines(cells))
        {
            Assert.NotEqual(1, line.Count(cell => hidden[cell.Row, cell.Column]));
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("eyPjPwJkvsV4")]   // small counts where only zeros and sums are left to hide
    public void Whatever_is_hidden_could_also_be_another_number(string? seed) => Check.Sample(Tables, cells =>
    {
        var hidden = SmallCounts.Hide(cells);

        // Along a ring of hidden numbers one can be a little more and the next a little less, and every sum still comes out.
        foreach (var (row, column) in All(cells).Where(cell => hidden[cell.Row, cell.Column]))
        {
            Assert.True(OnRing(hidden, row, column), $"{row},{column} of\n{Drawn(cells, hidden)}");
        }
    }, seed: seed);

    [Fact]
    public void A_table_of_large_numbers_is_shown_whole_and_zeros_stay_zeros() => Check.Sample(Gen.Int[5, 90].Array[6], values =>
        Assert.DoesNotContain(SmallCounts.Hide(WithSums(values, 2, 3)).Cast<bool>(), hidden => hidden));

    [Fact]
    public void What_is_forced_is_hidden_with_company()
    {
        var cells = WithSums([20, 30, 40, 50, 60, 70], 2, 3);

        var hidden = SmallCounts.Hide(cells, (row, column) => (row, column) == (0, 1));

        Assert.True(hidden[0, 1]);
        Assert.True(hidden.Cast<bool>().Count(one => one) >= 4);
    }

    private static int[,] WithSums(int[] values, int rows, int columns)
    {
        var cells = new int[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var value = values[(row * columns) + column];
                cells[row, column] = value;
                cells[row, columns] += value;
                cells[rows, column] += value;
                cells[rows, columns] += value;
            }
        }
        return cells;
    }

    private static IEnumerable<(int Row, int Column)> All(int[,] cells) =>
        from row in Enumerable.Range(0, cells.GetLength(0))
        from column in Enumerable.Range(0, cells.GetLength(1))
        select (row, column);

    private static IEnumerable<List<(int Row, int Column)>> Lines(int[,] cells) =>
        All(cells).GroupBy(cell => cell.Row).Concat(All(cells).GroupBy(cell => cell.Column)).Select(line => line.ToList());

    // By trying: is there a way from the row to the column over other hidden numbers?
    private static bool OnRing(bool[,] hidden, int row, int column)
    {
        var (reachedRows, reachedColumns) = (new HashSet<int> { row }, new HashSet<int>());
        for (var grew = true; grew;)
        {
            grew = false;
            for (var r = 0; r < hidden.GetLength(0); r++)
            {
                for (var c = 0; c < hidden.GetLength(1); c++)
                {
                    if (hidden[r, c] && (r, c) != (row, column) && reachedRows.Contains(r) != reachedColumns.Contains(c))
                    {
                        reachedRows.Add(r);
                        reachedColumns.Add(c);
                        grew = true;
                    }
                }
            }
        }
        return reachedColumns.Contains(column);
    }

    private static string Drawn(int[,] cells, bool[,] hidden) =>
        string.Join('\n', All(cells).GroupBy(cell => cell.Row).Select(row => string.Join(' ', row.Select(cell => cells[cell.Row, cell.Column] + (hidden[cell.Row, cell.Column] ? "*" : "")))));
}
