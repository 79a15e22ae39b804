using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Says who reads what somebody sends, by the very rules that let them: before it is sent, and as long as it is followed.</summary>
public sealed class Readership(PortalDb db, Intake intake, Accused accused)
{
    /// <summary>Who would read this message if it were sent now.</summary>
    public async Task<ReaderList> Foresee(SiteMap site, IncomingMessage message, CancellationToken stop) =>
        await Of(site, await intake.Foresee(site, message, stop), stop);

    /// <summary>Who reads this case, loaded with its helpers and bars.</summary>
    public async Task<ReaderList> Of(SiteMap site, Feedback feedback, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().Where(person => person.IsActive).Include(person => person.Memberships).ToListAsync(stop);
        var readers = people.Select(person => new Actor(person.Id, person.FullName, person.Memberships, site)).Where(actor => !feedback.IsBarredTo(actor)).ToList();
        var units = feedback.Supporting.Select(part => part.UnitId).Prepend(feedback.UnitId ?? Guid.Empty).Where(unit => site.UnitById(unit) is not null).Distinct().ToList();
        var heads = readers.SelectMany(actor => actor.Memberships).Where(held => Rights.Of(held.Role, Deed.ReadFeedback) == Reach.UnitsBelow && !units.Contains(held.UnitId) && site.Below(held.UnitId).Any(units.Contains));
        return new ReaderList(
            HasIntake: readers.Exists(actor => actor.UnitsFor(Deed.ReadFeedback) is null),
            Lead: site.UnitById(feedback.UnitId),
            Helpers: [.. units.Where(unit => unit != feedback.UnitId).Select(unit => site.UnitById(unit)).OfType<Unit>()],
            Above: [.. heads.Select(held => site.UnitById(held.UnitId)).OfType<Unit>().DistinctBy(unit => unit.Id)],
            Barred: [.. feedback.Abouts.Where(about => about.Stands && feedback.Bars.Exists(bar => bar.UnitId == about.UnitId)).Select(about => site.UnitById(about.UnitId)).OfType<Unit>().DistinctBy(unit => unit.Id)],
            HasObservers: feedback.Kind.IsCounted() && !feedback.IsBarred && readers.Exists(actor => actor.Can(Deed.ReadAnonymised)));
    }

    /// <summary>Who reads what goes under seal: the level above when it accuses the top. Whether a single name is known in the house is not told.</summary>
    public async Task<ReaderList> UnderSeal(SiteMap site, IncomingMessage message, IReadOnlyList<AboutWhom> named, CancellationToken stop)
    {
        var about = await accused.In(site, message.Message, named, [], stop);
        return new ReaderList(false, site.UnitByCode(about.IsTop ? site.Profile.AboveTop : site.Profile.RootUnit), [], [], [], false) { IsSealed = true, IsFromAbove = about.IsTop };
    }
}

/// <summary>Who reads a message: the intake officers, the unit that has it, units that help, heads above them; and who does not.</summary>
public sealed record ReaderList(bool HasIntake, Unit? Lead, IReadOnlyList<Unit> Helpers, IReadOnlyList<Unit> Above, IReadOnlyList<Unit> Barred, bool HasObservers)
{
    public bool IsSealed { get; init; }

    /// <summary>It accuses the top: nobody below the level above reads it.</summary>
    public bool IsFromAbove { get; init; }
}
