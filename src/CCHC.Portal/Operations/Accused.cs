using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Whom a message accuses that goes under seal, by whichever door it goes: whom the sender names, whom the text names, and whoever of the house bears a name that stands in it. None of them is a reader.</summary>
public sealed class Accused(PortalDb db, Conflicts conflicts)
{
    public async Task<SealedAbout> In(SiteMap site, string text, IEnumerable<AboutWhom> said, IEnumerable<CaseBar> bars, CancellationToken stop)
    {
        var known = bars.ToList();
        var (units, people) = (known.Select(bar => bar.UnitId).OfType<Guid>().ToHashSet(), known.Select(bar => bar.PersonId).OfType<Guid>().ToHashSet());
        foreach (var whom in said.Concat(AboutSuggestion.In(text, site)).Append(new AboutWhom(null, AboutPost.Officer, text)))
        {
            var (ofUnits, ofPeople) = await conflicts.Barred(site, whom, stop);
            units.UnionWith(ofUnits);
            people.UnionWith(ofPeople);
        }
        var top = site.UnitByCode(site.Profile.RootUnit)?.Id ?? Guid.Empty;
        return new SealedAbout([.. units], [.. people], units.Contains(top) || await db.Memberships.AnyAsync(held => held.UnitId == top && people.Contains(held.PersonId), stop));
    }
}
