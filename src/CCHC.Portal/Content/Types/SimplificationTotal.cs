namespace CCHC.Portal.Content.Types;

/// <summary>What simplification took away in one field, each procedure counted where both its figures are known (T4).</summary>
public sealed record SimplificationTotal(ProcedureField Field, int Procedures, int DaysBefore, int DaysAfter, int PapersBefore, int PapersAfter, long FeeBefore, long FeeAfter, int StepsBefore, int StepsAfter)
{
    public static IReadOnlyList<SimplificationTotal> Of(IEnumerable<Procedure> procedures) =>
        [.. procedures.Where(procedure => procedure.Simplified is not null && !procedure.IsGone).GroupBy(procedure => procedure.Field).OrderBy(group => group.Key).Select(group => Of(group.Key, [.. group.Select(procedure => procedure.Simplified!)]))];

    private static SimplificationTotal Of(ProcedureField field, IReadOnlyList<Simplification> cuts)
    {
        var (days, papers) = (Sum(cuts, cut => (cut.DaysBefore, cut.DaysAfter)), Sum(cuts, cut => (cut.PapersBefore, cut.PapersAfter)));
        var (fee, steps) = (Sum(cuts, cut => (cut.FeeBefore, cut.FeeAfter)), Sum(cuts, cut => (cut.StepsBefore, cut.StepsAfter)));
        return new(field, cuts.Count, (int)days.Before, (int)days.After, (int)papers.Before, (int)papers.After, fee.Before, fee.After, (int)steps.Before, (int)steps.After);
    }

    private static (long Before, long After) Sum(IEnumerable<Simplification> cuts, Func<Simplification, (int? Before, int? After)> pair)
    {
        var known = cuts.Select(pair).Where(one => one.Before is not null && one.After is not null).ToList();
        return (known.Sum(one => (long)one.Before!.Value), known.Sum(one => (long)one.After!.Value));
    }
}
