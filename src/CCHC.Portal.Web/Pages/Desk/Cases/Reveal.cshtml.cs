using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Shows once who sent a case, after the look was written down.</summary>
[Needs(Deed.RevealSubmitter)]
public sealed class RevealModel(CaseAtHand hand, Vault vault) : PageModel
{
    public Feedback Case { get; private set; } = null!;
    public Submitter Sender { get; private set; } = new();

    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];

    public IActionResult OnGet(string code) => RedirectToPage("Case", new { code });

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToRead(code, stop) is not { } feedback || !hand.MayReveal(feedback))
        {
            return NotFound();
        }
        feedback.Reveal(hand.Me, hand.Now);
        hand.Record("submitter-revealed", feedback);
        await hand.Save(stop);
        (Case, Sender) = (feedback, feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new());
        Given = [.. feedback.GivenAnswers(vault).Where(answer => answer.IsPersonal)];
        return Page();
    }
}
