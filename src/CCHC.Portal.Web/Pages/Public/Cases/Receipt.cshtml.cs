using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Operations;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What the citizen writes down: the two codes, the unit and the day.</summary>
[NeverCached]
public sealed class ReceiptModel(Receipts receipts, OwnCase own, Visit visit, PortalDb db) : PageModel
{
    public CCHC.Portal.Cases.Receipt Receipt { get; private set; } = null!;
    public string? Unit => visit.Site.UnitById(Receipt.UnitId)?.NameIn(visit.Culture);


    /// <summary>What the QR code opens: the look-up with the public code; the secret is in no address.</summary>
    public string Address => $"{visit.Site.Profile.BaseUrl}/phan-anh/tra-cuu?ma={Receipt.ReferenceCode}";

    /// <summary>What was answered to the questions of the form; what is personal is not put on paper.</summary>
    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];

    /// <summary>Who reads it; of what went under seal the page says no more than it must.</summary>
    public ReaderList? Readers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (receipts.Held(Request) is not { } held || await own.WasTakenBack(held, stop))
        {
            return RedirectToPage("Lookup");
        }
        Receipt = held;
        Readers = held.IsSealed ? null : await own.Readers(held.ReferenceCode, stop);
        Given = await held.Answers(db, stop);
        return Page();
    }
}
