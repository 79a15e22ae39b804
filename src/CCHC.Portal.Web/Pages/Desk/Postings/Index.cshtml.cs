using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Postings;

/// <summary>What must be made public and is not, what ends soon, what came late, what ran out; nothing falls away silently (P14, D4).</summary>
[Needs(Deed.WriteContent)]
public sealed class IndexModel(PostingDesk desk) : PageModel
{
    public IReadOnlyList<PostingLine> Overdue { get; private set; } = [];
    public IReadOnlyList<PostingLine> Ending { get; private set; } = [];
    public IReadOnlyList<PostingLine> Late { get; private set; } = [];
    public IReadOnlyList<PostingLine> Past { get; private set; } = [];
    public IReadOnlyList<PostingLine> Expired { get; private set; } = [];
    public int Standing { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Overdue, Expired) = (await desk.Overdue(stop), await desk.Expired(stop));
        (Ending, Late, Past, Standing) = await desk.Posted(stop);
    }
}
