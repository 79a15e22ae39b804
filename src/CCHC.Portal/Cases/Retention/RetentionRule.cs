using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Retention;

/// <summary>How long cases of a kind keep their words after they were closed. Without a rule nothing of that kind is ever purged.</summary>
public sealed class RetentionRule : ISiteOwned
{
    public const int LeastMonths = 6, MostMonths = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public FeedbackKind Kind { get; init; }
    public int Months { get; private set; }

    /// <summary>The law or decision it rests on; empty: the body set it by itself.</summary>
    public string Basis { get; private set; } = "";

    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    public void Set(int months, string basis, Guid by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, LeastMonths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        (Months, Basis, SetBy, SetAt) = (months, basis, by, now);
    }
}
