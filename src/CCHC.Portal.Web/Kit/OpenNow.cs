using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Kit;

/// <summary>Whether a place is open at this moment, and until or from when, for the page to say.</summary>
public sealed record OpenNow(OpeningState State, DateOnly Today);
