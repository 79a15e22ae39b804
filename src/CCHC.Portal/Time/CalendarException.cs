namespace CCHC.Portal.Time;

/// <summary>One day taken out of the working week, or put in; with hours, when it is worked for a part only.</summary>
public sealed record CalendarException(DateOnly Date, CalendarDayKind Kind, string Name, TimeOnly? From = null, TimeOnly? To = null);
