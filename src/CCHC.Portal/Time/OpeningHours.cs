namespace CCHC.Portal.Time;

/// <summary>One stretch of a week in which a body is open; a day with a lunch break has two.</summary>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly From, TimeOnly To);
