using CCHC.Portal.Storage;

namespace CCHC.Portal.People;

/// <summary>A role a person holds in one unit.</summary>
public sealed class Membership : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PersonId { get; init; }
    public Guid UnitId { get; init; }
    public Role Role { get; init; }

    /// <summary>The languages the role's texts may be in, separated by spaces; null: every one.</summary>
    public string? Cultures { get; init; }

    public bool Speaks(string culture) => Cultures is null || Cultures.Split(' ').Contains(culture);
}
