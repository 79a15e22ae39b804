using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>An officer who can be named for a case, with what they have in hand already.</summary>
public sealed record OfficerChoice(Guid Id, string Name, string Unit, OfficerLoad Load)
{
    public string Words => $"{Load.Open} đang mở, {Load.Soon} sắp hạn, {Load.Late} quá hạn";
}

/// <summary>Finds who can be named: the handlers and heads of a unit, never one who may not see the case.</summary>
public sealed class OfficerChoices(PortalDb db, Visit visit)
{
    /// <summary>Everybody of these units (null: of all), the least burdened first.</summary>
    public async Task<IReadOnlyList<OfficerChoice>> Of(IReadOnlyCollection<Guid>? units, DateOnly today, CancellationToken stop)
    {
        var people = await db.OfficersOf(units).ToListAsync(stop);
        var loads = await db.Feedback.AsNoTracking().VisibleTo(visit.Me).Loads(today, Deadlines.SoonUntil(visit.Site, today), stop);
        return [.. people.Select(person => new OfficerChoice(person.Id, person.FullName, UnitOf(person, units), loads.GetValueOrDefault(person.Id, OfficerLoad.None)))
            .OrderBy(choice => choice.Load.Open).ThenBy(choice => choice.Name, StringComparer.Ordinal)];
    }

    /// <summary>Who of its unit may have this case.</summary>
    public async Task<IReadOnlyList<OfficerChoice>> For(Feedback feedback, DateOnly today, CancellationToken stop)
    {
        if (feedback.UnitId is not { } unit)
        {
            return [];
        }
        var choices = new List<OfficerChoice>();
        foreach (var choice in await Of([unit], today, stop))
        {
            if (await MayHave(choice.Id, feedback, stop))
            {
                choices.Add(choice);
            }
        }
        return choices;
    }

    /// <summary>Whether the person could read the case if they opened it: nobody is given what must stay hidden from them.</summary>
    public async Task<bool> MayHave(Guid officer, Feedback feedback, CancellationToken stop) =>
        await db.OfficersOf(feedback.UnitId is { } unit ? [unit] : []).SingleOrDefaultAsync(person => person.Id == officer, stop) is { } person
        && await db.Feedback.AsNoTracking().VisibleTo(new Actor(person.Id, person.FullName, person.Memberships, visit.Site)).AnyAsync(one => one.Id == feedback.Id, stop);

    private string UnitOf(Person person, IReadOnlyCollection<Guid>? units) =>
        visit.Site.UnitById(person.Memberships.Find(held => held.Role is Role.UnitHandler or Role.UnitHead && (units is null || units.Contains(held.UnitId)))?.UnitId)?.Name ?? "";
}
