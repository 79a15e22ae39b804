using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>One account and what may be done to it.</summary>
[Needs(Deed.ManagePeople)]
public sealed class PersonModel(PersonAtHand hand) : PageModel
{
    public Person Who { get; private set; } = null!;
    public bool IsMe => Who.Id == hand.Me;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await hand.Find(id, stop) is not { } person)
        {
            return NotFound();
        }
        Who = person;
        return Page();
    }
}
