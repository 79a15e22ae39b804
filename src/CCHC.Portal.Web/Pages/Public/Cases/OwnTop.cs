using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The head of a page on which a citizen does something with their own case.</summary>
public sealed record OwnTop(string Title, Feedback Case, string? Lead = null);
