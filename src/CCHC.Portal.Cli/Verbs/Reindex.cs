using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cli.Verbs;

internal static class Reindex
{
    public static readonly Verb Verb = new("reindex [--site KEY]", "Builds the search index anew from the database, while the web server is stopped.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        IEnumerable<SiteMap> sites = asked.Has("site") ? [asked.Site(asked["site"])] : asked.Of<SiteDirectory>().All;
        foreach (var site in sites)
        {
            try
            {
                await asked.Of<KeepIndexJob>().Rebuild(site.Id, asked.Of<IServiceScopeFactory>(), stop);
            }
            catch (LockObtainFailedException)
            {
                throw new CommandProblem("The web server has the index open. Stop it first; it also builds a missing index by itself when it starts.");
            }
            await asked.Say($"{site.Key}: the index is built anew.");
        }
        return 0;
    });
}
