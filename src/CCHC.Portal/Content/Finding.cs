namespace CCHC.Portal.Content;

/// <summary>Something in a text that its readers would stumble over; what must be mended stops it from being handed in.</summary>
public sealed record Finding(bool Must, string? Field, string Words, string? Quoted = null);
