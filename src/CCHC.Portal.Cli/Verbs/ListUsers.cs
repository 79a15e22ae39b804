using CCHC.Portal.People;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cli.Verbs;

internal static class ListUsers
{
    public static readonly Verb Verb = new("user list [--site KEY]", "Lists the accounts with their units and roles.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        IEnumerable<SiteMap> sites = asked.Has("site") ? [asked.Site(asked["site"])] : asked.Of<SiteDirectory>().All;
        foreach (var site in sites)
        {
            var people = await asked.Inside(site, (_, db) => db.People.AsNoTracking().Include(person => person.Memberships).OrderBy(person => person.UserName).ToListAsync(stop));
            foreach (var person in people)
            {
                var held = string.Join(", ", person.Memberships.Select(membership => $"{membership.Role} in {site.UnitById(membership.UnitId)?.Code}"));
                await asked.Say($"{site.Key}\t{person.UserName}\t{person.FullName}\t{held}\t{(person.IsActive ? "active" : "disabled")}");
            }
        }
        return 0;
    });
}
