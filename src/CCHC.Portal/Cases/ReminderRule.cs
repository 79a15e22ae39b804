using CCHC.Portal.People;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Who is told when a promise of a unit comes near or is missed: two and one working days before, one and three after.</summary>
public sealed class ReminderRule : ISiteOwned
{
    public const string AnyUnit = "*", Triage = "TRIAGE";

    public static readonly IReadOnlyList<int> Steps = [-2, -1, 1, 3];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The unit's code; * stands for those without lines of their own.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Null: every clock.</summary>
    public ClockKind? Clock { get; init; }

    public int Step { get; init; }

    /// <summary>The post: <see cref="Officer"/>, <see cref="UpperHead"/>, or a role, in the case's unit or, after @, in another: UnitHead, IntakeOfficer@VP.</summary>
    public required string Post { get; init; }

    public const string Officer = "Officer", UpperHead = "UpperHead";

    /// <summary>The step reached when that many working days are left; null while there is time.</summary>
    public static int? StepAt(int daysLeft) => daysLeft switch
    {
        > 2 => null,
        2 => -2,
        0 or 1 => -1,
        -1 or -2 => 1,
        _ => 3,
    };

    public static bool IsPost(string post) => post is Officer or UpperHead || Enum.TryParse<Role>(post.Split('@')[0], out _);
}
