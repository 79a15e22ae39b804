using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What the citizen writes down: the two codes, the unit and the day.</summary>
[NeverCached]
public sealed class ReceiptModel(Receipts receipts, Visit visit) : PageModel
{
    public CCHC.Portal.Cases.Receipt Receipt { get; private set; } = null!;
    public string? Unit => visit.Site.UnitById(Receipt.UnitId)?.NameIn(visit.Culture);

    public IActionResult OnGet()
    {
        if (receipts.Held(Request) is not { } held)
        {
            return RedirectToPage("Lookup");
        }
        Receipt = held;
        return Page();
    }
}
