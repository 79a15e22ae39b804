using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Cases;

/// <summary>Finds the people who hold the posts that a reminder names.</summary>
public sealed class Posts(SiteMap site, IReadOnlyList<Person> people, IReadOnlyList<ReminderRule> rules)
{
    /// <summary>Those to tell of this step; a unit with lines of its own is not told by the common ones.</summary>
    public IReadOnlyList<Person> ToTell(Feedback feedback, ClockKind clock, int step)
    {
        var unit = site.UnitById(feedback.UnitId);
        var fitting = rules.Where(rule => rule.Step == step && (rule.Clock ?? clock) == clock).ToList();
        var own = fitting.Where(rule => rule.UnitCode == (unit?.Code ?? ReminderRule.Triage)).ToList();
        var chosen = own.Count > 0 ? own : fitting.Where(rule => rule.UnitCode == ReminderRule.AnyUnit).ToList();
        return [.. chosen.SelectMany(rule => Holders(rule.Post, feedback.OfficerId, unit)).DistinctBy(person => person.Id).Where(person => !IsAbout(feedback, person))];
    }

    private bool IsAbout(Feedback feedback, Person person) => feedback.IsBarredTo(person.Id, person.Memberships.SelectMany(held => site.AnswersFor(held.UnitId)));

    public bool HasLine(Guid? unitId, ClockKind clock, int step) =>
        rules.Any(rule => rule.Step == step && (rule.Clock ?? clock) == clock && (rule.UnitCode == ReminderRule.AnyUnit || rule.UnitCode == (site.UnitById(unitId)?.Code ?? ReminderRule.Triage)));

    /// <summary>Heads a unit above this one; above what no unit has yet are those at its top.</summary>
    public bool IsAbove(Person person, Guid? unitId) => person.Memberships.Exists(held => held.Role == Role.UnitHead && UnitsAbove(unitId).Contains(held.UnitId));

    private IEnumerable<Guid> UnitsAbove(Guid? unitId)
    {
        var above = site.UnitById(unitId) is { } unit ? site.UnitById(unit.ParentId) : site.UnitByCode(site.Profile.RootUnit);
        for (; above is not null; above = site.UnitById(above.ParentId))
        {
            yield return above.Id;
        }
    }

    private IEnumerable<Person> Holders(string post, Guid? officer, Unit? unit)
    {
        if (post == ReminderRule.Officer)
        {
            // Nobody has it in hand yet: then it is everybody's who might.
            return people.Where(person => person.Id == officer) is var one && one.Any() ? one : InUnit(Role.UnitHandler, unit);
        }
        if (post == ReminderRule.UpperHead)
        {
            return InUnit(Role.UnitHead, site.UnitById(unit?.ParentId) ?? site.UnitByCode(site.Profile.RootUnit));
        }
        var parts = post.Split('@');
        return Enum.TryParse<Role>(parts[0], out var role) ? InUnit(role, parts.Length > 1 ? site.UnitByCode(parts[1]) : unit) : [];
    }

    private IEnumerable<Person> InUnit(Role role, Unit? unit) =>
        unit is null ? [] : people.Where(person => person.Memberships.Exists(held => held.Role == role && held.UnitId == unit.Id));
}
