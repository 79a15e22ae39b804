namespace CCHC.Portal.Time;

/// <summary>Open until when, or closed until when and, on a holiday, why.</summary>
public sealed record OpeningState(bool IsOpen, DateTimeOffset? Until, DateTimeOffset? NextOpening, string? ClosedBecause);
