using CCHC.Portal.Content.Readers;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Public.Search;

/// <summary>Keeps for the editors what people look for, and what of it the portal does not have; nothing of who looked, no word that names or numbers somebody.</summary>
public sealed class SoughtRecord(PageCounter counter, Visit visit, TimeProvider clock)
{
    public void Note(HttpRequest request, string query, bool found)
    {
        if (!Startup.SignIn.HasDeskCookie(request) && !Robots.Are(request.Headers.UserAgent) && SearchTally.Keepable(query) is { } words)
        {
            counter.Add(new SoughtWords(visit.Site.Id, VietnamTime.Day(clock.GetUtcNow()), visit.Culture, words, found));
        }
    }
}
