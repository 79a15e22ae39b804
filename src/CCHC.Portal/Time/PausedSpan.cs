namespace CCHC.Portal.Time;

/// <summary>A stretch in which a clock stood still.</summary>
public sealed record PausedSpan(DateTimeOffset From, DateTimeOffset Until);
