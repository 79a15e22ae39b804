using CCHC.Portal.Cases;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What a bulk action would do to one case: what changes, or why it is left alone.</summary>
public sealed record BulkLine(string Code, Feedback? Case, string Change, string? Refusal)
{
    public bool IsDone => Refusal is null;
}
