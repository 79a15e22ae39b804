using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What every verb on a case shares: the case is found, may have changed meanwhile, and may no longer be open to it.</summary>
public abstract class CaseVerb(CaseAtHand hand) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>What tells of somebody was seen, and may be said.</summary>
    [BindProperty] public bool Seen { get; set; }
    public Feedback Case { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of(Title, Case, Problems, Version, hand);
    protected CaseAtHand Hand => hand;

    /// <summary>What is done here, as its heading says it.</summary>
    public abstract string Title { get; }

    /// <summary>Whether the case is in a state for it; else the visitor is led back to the case.</summary>
    public virtual bool Fits => Case.IsOpen;

    /// <summary>Whether news on the case overtakes what was typed here.</summary>
    protected virtual bool Competes => true;

    /// <summary>Whether it is done to a merged case itself; else it is done to the case that leads.</summary>
    protected virtual bool OnMerged => false;

    private bool MayGoOn => Fits && (OnMerged || Case.MergedIntoId is null);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        (Case, Version) = (feedback, feedback.Version);
        await Look(stop);
        return MayGoOn ? Page() : RedirectToPage("/Desk/Cases/Case", new { code });
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Version = Competes ? Version : feedback.Version;
        await Look(stop);
        if (feedback.Version != Version || !MayGoOn)
        {
            return this.Overtaken();
        }
        return await Act(stop) is { } done && Problems.Count == 0 ? done : this.Invalid();
    }

    /// <summary>The case as far as the visitor may do this to it; null when to them it does not exist.</summary>
    protected virtual Task<Feedback?> Find(string code, CancellationToken stop) => hand.ToHandle(code, stop);

    /// <summary>Reads what the form shows beside the case.</summary>
    protected virtual Task Look(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Does it, and says where to go; null when something typed is wrong.</summary>
    protected abstract Task<IActionResult?> Act(CancellationToken stop);

    /// <summary>The words typed, cleaned; a problem is added when they are missing or too many.</summary>
    protected string Words(string missing) => CaseAtHand.Read(Text, missing, Problems);

    /// <summary>Words of a reason that may tell of somebody, where other senders of the matter read it too.</summary>
    public IReadOnlyList<string> Tells { get; private set; } = [];

    /// <summary>The words typed, cleaned, for a reason that everybody of a merged matter reads; what tells of somebody goes only when it was seen.</summary>
    protected async Task<string> SharedWords(string missing, CancellationToken stop)
    {
        var text = Words(missing);
        Tells = await hand.IsShared(Case, stop) ? hand.TellsIn(text) : [];
        if (Tells.Count > 0 && !Seen)
        {
            Problems.Add(new Problem(nameof(Seen), "Lý do có chữ trông như thông tin cá nhân, mà người gửi khác cùng việc cũng đọc: hãy sửa, hoặc đánh dấu là đã xem."));
        }
        return text;
    }

    /// <summary>Records what was done, saves everything at once and goes back to the case.</summary>
    protected async Task<IActionResult> Done(string what, string flash, CancellationToken stop)
    {
        hand.Record(what, Case);
        await hand.Save(stop);
        TempData["Flash"] = flash;
        return hand.MayStillRead(Case) ? RedirectToPage("/Desk/Cases/Case", new { code = Case.ReferenceCode }) : RedirectToPage("/Desk/Cases/Index");
    }
}
