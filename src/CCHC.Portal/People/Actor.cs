using CCHC.Portal.Sites;

namespace CCHC.Portal.People;

/// <summary>The person acting now, with what they hold; the one place where permission is decided.</summary>
public sealed class Actor(Guid personId, string fullName, IReadOnlyCollection<Membership> memberships, SiteMap site)
{
    public Guid PersonId { get; } = personId;
    public string FullName { get; } = fullName;
    public IReadOnlyCollection<Membership> Memberships { get; } = memberships;

    /// <summary>The unit shown beside the name.</summary>
    public Guid? HomeUnitId => Memberships.Count == 0 ? null : Memberships.First().UnitId;

    /// <summary>The own units and those above them: what is about one of them is not for this person.</summary>
    public IReadOnlyCollection<Guid> AnswersFor { get; } = [.. memberships.SelectMany(held => site.AnswersFor(held.UnitId)).Distinct()];

    /// <summary>Whether the deed is open to this person for anything at all.</summary>
    public bool Can(Deed deed) => Memberships.Any(held => Rights.Of(held.Role, deed) != Reach.Nothing);

    public bool Can(Deed deed, Subject subject) => Covers(UnitsFor(deed), subject.UnitId);

    /// <summary>Whether the deed is open to this person for texts in this language.</summary>
    public bool CanIn(Deed deed, string culture) => Memberships.Any(held => held.Speaks(culture) && Rights.Of(held.Role, deed) != Reach.Nothing);

    /// <summary>The units the deed reaches; null means the whole site, also what has no unit yet.</summary>
    public IReadOnlyCollection<Guid>? UnitsFor(Deed deed)
    {
        var units = new HashSet<Guid>();
        foreach (var held in Memberships)
        {
            switch (Rights.Of(held.Role, deed))
            {
                case Reach.WholeSite:
                    return null;
                case Reach.UnitsBelow:
                    units.UnionWith(site.Below(held.UnitId));
                    break;
                case Reach.OwnUnit:
                    units.Add(held.UnitId);
                    break;
            }
        }
        return units;
    }

    private static bool Covers(IReadOnlyCollection<Guid>? units, Guid? unit) =>
        units is null || (unit is { } id && units.Contains(id));
}
