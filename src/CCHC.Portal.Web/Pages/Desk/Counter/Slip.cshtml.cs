using CCHC.Portal.Cases.Asking;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counter;

/// <summary>The receipt of what was just taken in, for A5 or a roll of 80 mm, with a code that opens the look-up page.</summary>
[Needs(Deed.TakeInFeedback)]
public sealed class SlipModel(Receipts receipts, Visit visit, PortalDb db) : PageModel
{
    public CCHC.Portal.Cases.Receipt Receipt { get; private set; } = null!;
    public bool IsRoll { get; private set; }
    public string? Unit => visit.Site.UnitById(Receipt.UnitId)?.Name;

    /// <summary>The code stands in the address, the secret never.</summary>
    public string Address => $"{visit.Site.Profile.BaseUrl}/phan-anh/tra-cuu?ma={Receipt.ReferenceCode}";

    public string Plain => $"{visit.Site.Profile.BaseUrl}/phan-anh/tra-cuu".Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);

    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "kho")] string? paper, CancellationToken stop)
    {
        if (receipts.Held(Request) is not { } held)
        {
            return RedirectToPage("TakeIn");
        }
        Given = await held.Answers(db, stop);
        (Receipt, IsRoll) = (held, paper == "80");
        return Page();
    }
}
