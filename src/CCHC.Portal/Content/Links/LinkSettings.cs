using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Links;

/// <summary>How often and how gently the links of published texts are tried.</summary>
public sealed record LinkSettings
{
    /// <summary>Hours between two tries of a link; 0 for never.</summary>
    [Range(0, 10_000)] public int EveryHours { get; init; }

    /// <summary>Between two tries at the same host, in milliseconds.</summary>
    [Range(0, 600_000)] public int Pause { get; init; } = 2_000;

    /// <summary>How long one try may take, in seconds.</summary>
    [Range(1, 120)] public int Patience { get; init; } = 15;

    /// <summary>Whether machines on our own network may be visited: for tests, never on a portal people use.</summary>
    public bool OwnNetwork { get; init; }
}
