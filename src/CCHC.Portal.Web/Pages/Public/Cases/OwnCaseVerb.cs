using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What every verb of a citizen on their own case shares: it is opened by both codes, may no longer fit, and is done at a human pace.</summary>
public abstract class OwnCaseVerb(OwnCase own) : PageModel
{
    public Feedback Case { get; private set; } = null!;

    /// <summary>What the case's page says when it was done.</summary>
    protected abstract string Said { get; }

    /// <summary>Whether the case is in a state for it; else the citizen is led back to the case.</summary>
    public abstract bool Fits { get; }

    protected OwnCase Own => own;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } elsewhere)
        {
            return elsewhere;
        }
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } elsewhere)
        {
            return elsewhere;
        }
        ModelState.Clear();   // rules are ours, in our words
        if (!own.Paces(HttpContext))
        {
            ModelState.AddModelError("", "Bạn gửi hơi nhanh. Hãy chờ một phút rồi gửi lại; phần đã viết vẫn còn");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ViewData["HasErrors"] = true;
            return Page();
        }
        await Act(stop);
        if (!ModelState.IsValid)
        {
            ViewData["HasErrors"] = true;
            return this.Invalid();
        }
        if (!await own.IsRepeat(Case, stop))
        {
            await own.Db.SaveChangesAsync(stop);
        }
        return Done();
    }

    /// <summary>Reads what the form shows beside the case.</summary>
    protected virtual Task Look(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Fills the form when it is first opened.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Does it; what is wrong is added to the model state, and then nothing is saved.</summary>
    protected abstract Task Act(CancellationToken stop);

    protected virtual IActionResult Done() => Redirect(Url.Content("~/phan-anh/theo-doi?xong=" + Said));

    private async Task<IActionResult?> Find(CancellationToken stop)
    {
        if (await own.Open(Request, stop) is not { } feedback)
        {
            return RedirectToPage("/Public/Cases/Lookup");
        }
        Case = feedback;
        (ViewData["Nav"], ViewData["Forms"], ViewData["NoIndex"]) = ("feedback", true, true);
        await Look(stop);
        return Fits ? null : RedirectToPage("/Public/Cases/Track");
    }
}
