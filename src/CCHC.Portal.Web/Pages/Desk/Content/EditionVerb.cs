using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>What every verb on a text shares: the text is found, may have been changed meanwhile, and may say why not.</summary>
public abstract class EditionVerb(EditionAtHand hand) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Text { get; set; }
    public Edition Edition { get; private set; } = null!;
    public string? WhyNot { get; private set; }
    public bool Overtaken { get; private set; }
    public List<Problem> Problems { get; } = [];
    protected EditionAtHand Hand => hand;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        if (Edition.Version != Version)
        {
            Overtaken = true;
            return this.Overtaken();
        }
        if (WhyNot is not null)
        {
            return this.Invalid();
        }
        return await Do(stop) is { } done && Problems.Count == 0 ? done : this.Invalid();
    }

    /// <summary>Whether there is anything to do here; else the visitor is sent back to the text.</summary>
    protected abstract bool Fits(Edition edition);

    /// <summary>Why it may not be done, in Vietnamese; null when it may.</summary>
    protected virtual Task<string?> Why(CancellationToken stop) => Task.FromResult<string?>(null);

    /// <summary>Does it, and says where to go; null when something typed is wrong.</summary>
    protected abstract Task<IActionResult?> Do(CancellationToken stop);

    /// <summary>The words typed, cleaned; a problem is added when there are none or too many.</summary>
    protected string Words(string missing)
    {
        var text = VietnameseText.Clean(Text);
        if (text.Length is 0 or > EditionRemark.Longest)
        {
            Problems.Add(new(nameof(Text), text == "" ? missing : "Phần viết dài quá 2.000 ký tự."));
        }
        return text;
    }

    protected IActionResult Back(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("Edit", new { id = Edition.Id });
    }

    private async Task<IActionResult?> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        Edition = edition;
        if (!Fits(edition))
        {
            return RedirectToPage("Edit", new { id });
        }
        WhyNot = await Why(stop);
        return null;
    }
}
