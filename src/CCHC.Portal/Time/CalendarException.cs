namespace CCHC.Portal.Time;

/// <summary>One day taken out of the working week, or put in.</summary>
public sealed record CalendarException(DateOnly Date, CalendarDayKind Kind, string Name);
