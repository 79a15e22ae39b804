namespace CCHC.Portal.Content.Types;

/// <summary>A page that stands by itself: who we are, our channels, the rules.</summary>
[ContentType("page", "trang", "Trang cố định", "Standing page", CheckEveryMonths = 12)]
public sealed record StandingPage : ContentBody;
