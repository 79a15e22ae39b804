using System.Linq.Expressions;

namespace CCHC.Portal.Content;

/// <summary>Says by which day a page has to be looked at again: so many months after the last look, or after it was published.</summary>
public static class Freshness
{
    public const int LongestMonths = 60;

    /// <summary>The day, for a page with this rhythm; null for what needs no looking after.</summary>
    public static DateOnly? DueOn(int? everyMonths, DateOnly since)
    {
        if (everyMonths is not > 0)
        {
            return null;
        }
        var due = since.AddMonths(everyMonths.Value);
        while (LastSince(due, everyMonths.Value) < since)
        {
            due = due.AddDays(1);   // from 31 August half a year is 1 March: the short month must not make it early
        }
        return due;
    }

    /// <summary>What was last looked at on this day or before is due today.</summary>
    public static DateOnly LastSince(DateOnly today, int everyMonths) => today.AddMonths(-everyMonths);

    /// <summary>One condition that holds where any of these does.</summary>
    internal static Expression<Func<T, bool>> Any<T>(IReadOnlyList<Expression<Func<T, bool>>> conditions)
    {
        var one = Expression.Parameter(typeof(T), "one");
        return Expression.Lambda<Func<T, bool>>(conditions.Select(condition => new Renamed(condition.Parameters[0], one).Visit(condition.Body)).Aggregate(Expression.OrElse), one);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
