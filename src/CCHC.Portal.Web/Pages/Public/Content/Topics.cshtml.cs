using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The topics of reform with how much there is to read on each.</summary>
public sealed class TopicsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var live = db.Editions.AsNoTracking().Live().ForReader(visit.Culture);
        var counts = await (await db.TopicTree(stop)).Counts(live.OfType(ContentTypes.Article), stop);
        Topics = [.. (await live.OfType(ContentTypes.Topic).Include(e => e.Item).ToListAsync(stop))
            .Select(edition => new TopicRow(edition, edition.As<Topic>(), counts.GetValueOrDefault(edition.Item!.Key))).OrderBy(row => row.Body.Order)];
    }
}

public sealed record TopicRow(Edition Edition, Topic Body, int Count);
