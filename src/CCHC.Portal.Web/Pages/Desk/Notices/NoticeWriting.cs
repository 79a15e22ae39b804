using CCHC.Portal.Content.Notices;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>What writing any notice shares: it is checked, may be looked at as it will stand, and is put up.</summary>
public abstract class NoticeWriting(Visit visit, Posting posting, TimeProvider clock) : PageModel
{
    [BindProperty] public NoticeForm Form { get; set; } = new();
    [BindProperty] public string? Do { get; set; }
    public Notice? Preview { get; private set; }
    public List<Problem> Problems { get; } = [];
    protected DateTimeOffset Now => clock.GetUtcNow();
    protected WorkingCalendar Calendar => visit.Site.Calendar;

    public void OnGet() => Form = Empty();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var notice = Written(visit.Me.PersonId);
        Problems.AddRange(NoticeRules.Problems(notice, visit.Site.Calendar, Now).Select(problem => new Problem(problem.Field, problem.Words)).Concat(More(notice)));
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        if (Do == "preview")
        {
            Preview = notice;
            return Page();
        }
        await posting.Post(notice, visit.Me.PersonId, stop);
        TempData["Flash"] = Posted(notice);
        return RedirectToPage("Index");
    }

    protected abstract NoticeForm Empty();

    protected abstract Notice Written(Guid by);

    /// <summary>What else is wrong, of this kind of notice alone.</summary>
    protected virtual IEnumerable<Problem> More(Notice notice) => [];

    /// <summary>What the writer is told once it is up.</summary>
    protected abstract string Posted(Notice notice);
}
