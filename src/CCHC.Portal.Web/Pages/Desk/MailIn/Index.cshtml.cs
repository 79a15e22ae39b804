using CCHC.Portal.Cases.MailIn;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.MailIn;

/// <summary>The letters that only a person can judge, and how many there were of the others.</summary>
[Needs(Deed.TriageFeedback)]
public sealed class IndexModel(PortalDb db, IMailbox mailbox, Vault vault, TimeProvider clock) : PageModel
{
    private const int Most = 100, Days = 30;

    [BindProperty] public Guid Letter { get; set; }
    public bool IsThere => mailbox.IsThere;
    public IReadOnlyList<(MailLetter Letter, MailPlace Place)> Waiting { get; private set; } = [];
    public int Taken { get; private set; }
    public int Joined { get; private set; }
    public IReadOnlyList<(string Why, int Count)> Ignored { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        var letters = db.MailLetters.AsNoTracking();
        Waiting = [.. (await letters.WaitingForPerson().OrderByDescending(letter => letter.At).Take(Most).ToListAsync(stop)).Select(letter => (letter, vault.Unlock<MailPlace>(letter.Box, MailLetter.Purpose)))];
        Taken = await letters.CountAsync(letter => letter.Outcome == MailOutcome.Taken && letter.At > since, stop);
        Joined = await letters.CountAsync(letter => letter.Outcome == MailOutcome.Joined && letter.At > since, stop);
        Ignored = [.. (await letters.Where(letter => letter.Outcome == MailOutcome.Ignored && letter.At > since).GroupBy(letter => letter.Why).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop)).OrderByDescending(group => group.Count).Select(group => (group.Key, group.Count))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.MailLetters.WaitingForPerson().SingleOrDefaultAsync(letter => letter.Id == Letter, stop) is not { } found)
        {
            return NotFound();
        }
        found.Settle(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = "Đã ghi là đã xem.";
        return RedirectToPage();
    }
}
