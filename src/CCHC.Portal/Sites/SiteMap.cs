using CCHC.Portal.Time;

namespace CCHC.Portal.Sites;

/// <summary>One site as the pages read it: profile, units and calendar at hand, replaced whole when the data changes.</summary>
public sealed class SiteMap
{
    private readonly Dictionary<string, Unit> byCode;
    private readonly Dictionary<Guid, Unit> byId;

    public SiteMap(Site site, IReadOnlyCollection<Unit> units, IReadOnlyCollection<CalendarDay> days)
    {
        Id = site.Id;
        Key = site.Key;
        Profile = site.Profile;
        Units = units;
        byCode = units.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
        byId = units.ToDictionary(unit => unit.Id);
        Holidays = [.. days.Where(day => day.Kind != CalendarDayKind.Ordinary).Select(day => day.AsException())];
        Calendar = new WorkingCalendar(Profile.Hours, Holidays);
    }

    public Guid Id { get; }
    public string Key { get; }
    public SiteProfile Profile { get; }
    public IReadOnlyCollection<Unit> Units { get; }
    public IReadOnlyCollection<CalendarException> Holidays { get; }
    public WorkingCalendar Calendar { get; }

    public Unit? UnitByCode(string? code) => code is not null && byCode.TryGetValue(code, out var unit) ? unit : null;

    public Unit? UnitById(Guid? id) => id is { } key && byId.TryGetValue(key, out var unit) ? unit : null;

    /// <summary>The unit to which goes what is about this one: the one its data names, else the one above it, else the site's.</summary>
    public Unit? Above(Unit? unit) => unit is null ? null
        : UnitByCode(unit.Upper) ?? UnitById(unit.ParentId) ?? (unit.Kind != UnitKind.External && UnitByCode(Profile.AboveTop) is { } above && above.Id != unit.Id ? above : null);

    /// <summary>The unit and those above it without the body's top: what is about one of them is about whoever works here, too.</summary>
    public IEnumerable<Guid> AnswersFor(Guid unitId)
    {
        yield return unitId;
        for (var above = UnitById(UnitById(unitId)?.ParentId); above is not null && above.Code != Profile.RootUnit; above = UnitById(above.ParentId))
        {
            yield return above.Id;
        }
    }

    /// <summary>The unit and every unit below it.</summary>
    public IEnumerable<Guid> Below(Guid unitId)
    {
        yield return unitId;
        foreach (var child in Units.Where(unit => unit.ParentId == unitId))
        {
            foreach (var id in Below(child.Id))
            {
                yield return id;
            }
        }
    }
}
