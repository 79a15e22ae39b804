using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>What every grave deed on somebody's account shares: never on one's own, and only with one's password typed again.</summary>
public abstract class AccountVerb(PersonAtHand hand) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public Person Who { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public PersonVerb Verb => new(Who, Warning, Button, Problems);
    protected PersonAtHand Hand => hand;

    /// <summary>What it will mean for the person, said before it is done.</summary>
    protected abstract string Warning { get; }

    protected abstract string Button { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if (!await hand.IsStillMe(Password, HttpContext, stop))
        {
            Problems.Add(new(nameof(Password), StillMe.Wrong));
            return this.Invalid();
        }
        return await Act();
    }

    /// <summary>Does it, and says where to go.</summary>
    protected abstract Task<IActionResult> Act();

    protected IActionResult Back(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("Person", new { id = Who.Id });
    }

    // One's own account is another administrator's business.
    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (id == hand.Me || await hand.Find(id, stop) is not { } person)
        {
            return false;
        }
        Who = person;
        return true;
    }
}
