using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.People;

/// <summary>How staff sign in.</summary>
public sealed record PeopleSettings
{
    /// <summary>Minutes without a click after which a member of staff signs in again.</summary>
    [Range(5, 720)] public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which everybody signs in again.</summary>
    [Range(1, 24)] public int SessionHours { get; init; } = 12;

    /// <summary>Whether every account needs a second factor (an authenticator app). Off only where accounts are for trying out.</summary>
    public bool RequireSecondFactor { get; init; } = true;
}
