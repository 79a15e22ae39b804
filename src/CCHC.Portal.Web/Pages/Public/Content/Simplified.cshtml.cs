using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Procedures before and after their simplification, with totals by field (T4).</summary>
public sealed class SimplifiedModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<SimplificationTotal> Totals { get; private set; } = [];
    public IReadOnlyList<(Edition Edition, Simplification Cut)> Each { get; private set; } = [];
    public bool HasSamples { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Procedure).ForReader(visit.Culture).OrderBy(edition => edition.TitleFolded).ToListAsync(stop))
            .Select(edition => (edition, procedure: edition.As<Procedure>())).Where(pair => pair.procedure.Simplified is not null && !pair.procedure.IsGone).ToList();
        Totals = SimplificationTotal.Of(all.Select(pair => pair.procedure));
        Each = [.. all.Select(pair => (pair.edition, pair.procedure.Simplified!))];
        HasSamples = all.Exists(pair => pair.procedure.Sample);
    }
}
