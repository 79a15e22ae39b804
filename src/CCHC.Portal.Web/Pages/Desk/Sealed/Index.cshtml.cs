using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>What lies in the sealed store for this reader: codes and dates, nothing else.</summary>
[Needs(Deed.ReadSealed)]
public sealed class IndexModel(SealedStore store, SealedAtHand hand) : PageModel
{
    public IReadOnlyList<SealedCase> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Cases = await store.Listed(hand.SiteId, hand.Reader, stop);
}
