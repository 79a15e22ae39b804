using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>What stands over the form of every verb on a text.</summary>
public sealed record EditionHead(Edition Edition, bool Overtaken);
