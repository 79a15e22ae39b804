namespace CCHC.Portal.Cases;

/// <summary>
/// Sums of hidden numbers that somebody knows, and numbers they must not learn from them. Every sum here adds: a total in a
/// line of a table counts as less than nothing (−total), and the total of totals as itself, so that each line comes to zero.
/// </summary>
internal sealed class HiddenSums(IEnumerable<(int Month, int Row, int Column)> unknowns)
{
    // Reckoned modulo a prime: without fractions, and without the errors of rounding.
    private const long Prime = 2147483647;

    private readonly Dictionary<(int, int, int), int> places = unknowns.Select((unknown, index) => (unknown, index)).ToDictionary(pair => pair.unknown, pair => pair.index);
    private readonly List<(int Pivot, long[] Sum)> known = [];
    private List<long[]> guarded = [];

    public void Know(IEnumerable<IReadOnlyList<(int Month, int Row, int Column)>> sums)
    {
        foreach (var sum in sums)
        {
            Learn(Reduced(Vector(sum)));
        }
    }

    /// <summary>What must stay unknown from now on; what is known already cannot be guarded.</summary>
    public void Guard(IEnumerable<IReadOnlyList<(int Month, int Row, int Column)>> sums) =>
        guarded.AddRange(sums.Select(sum => Reduced(Vector(sum))).Where(sum => PivotOf(sum) >= 0));

    /// <summary>Tells this sum if nothing guarded follows from it and all that was told before.</summary>
    public bool MayKnow(IReadOnlyList<(int Month, int Row, int Column)> sum)
    {
        var told = Reduced(Vector(sum));
        if (guarded.Exists(guard => IsMultiple(guard, told)))
        {
            return false;
        }
        Learn(told);
        return true;
    }

    private void Learn(long[] sum)
    {
        if (PivotOf(sum) is var pivot and >= 0)
        {
            known.Add((pivot, sum));
            guarded = guarded.ConvertAll(guard => Less(guard, sum, pivot));
        }
    }

    private long[] Vector(IReadOnlyList<(int, int, int)> sum)
    {
        var vector = new long[places.Count];
        foreach (var unknown in sum)
        {
            vector[places[unknown]] = 1;
        }
        return vector;
    }

    private long[] Reduced(long[] sum) => known.Aggregate(sum, (left, one) => Less(left, one.Sum, one.Pivot));

    private static int PivotOf(long[] sum) => Array.FindIndex(sum, share => share != 0);

    // The first less so much of the second that the pivot is gone from it.
    private static long[] Less(long[] sum, long[] other, int pivot)
    {
        if (sum[pivot] == 0)
        {
            return sum;
        }
        var times = Prime - (sum[pivot] * Inverse(other[pivot]) % Prime);
        var less = new long[sum.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            less[i] = (sum[i] + (times * other[i])) % Prime;
        }
        return less;
    }

    private static bool IsMultiple(long[] guard, long[] told) =>
        PivotOf(told) is var pivot and >= 0 && guard[pivot] != 0 && Array.TrueForAll(Less(guard, told, pivot), share => share == 0);

    // By Fermat: the number to the power of Prime − 2.
    private static long Inverse(long number)
    {
        var (result, power) = (1L, number);
        for (var left = Prime - 2; left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? result * power % Prime : result;
            power = power * power % Prime;
        }
        return result;
    }
}
