using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Pages.Public.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A text as it would read in the theme of the site: as it was saved, or as it stands unsaved in the form that is posted.</summary>
[Needs(Deed.WriteContent), Takes(Limits.EditorForm), RequestFormLimits(ValueCountLimit = 3_000)]
public sealed class ViewModel(EditionAtHand hand, Reader reader, LookOver lookOver, Visit visit) : PageModel
{
    /// <summary>Shown beside the editor, where the way back is not needed.</summary>
    [BindProperty(SupportsGet = true, Name = "khung")] public bool InFrame { get; set; }

    [BindProperty(SupportsGet = true, Name = "ban-dich-cua")] public Guid? Original { get; set; }
    public bool IsTranslation => Original is not null;
    /// <summary>What readers would stumble over, for the panel beside the form.</summary>
    public IReadOnlyList<Finding>? Findings { get; private set; }

    public Reading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? id, string? type, CancellationToken stop) =>
        await Opened(id, type, stop) is { } edition ? await Show(edition, stop) : NotFound();

    /// <summary>The form while it is being filled in; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? type, CancellationToken stop)
    {
        if (await Opened(id, type, stop) is not { } edition)
        {
            return NotFound();
        }
        var form = EditorForm.Of(edition.Kind, Request.Form);
        var unsaved = Unsaved(edition, form);
        Findings = await lookOver.Of(unsaved, stop, form.OwnerUnit ?? "");
        return await Show(unsaved, stop);
    }

    // A text not saved yet is empty until its form is posted; a translation stands on its original.
    private async Task<Edition?> Opened(Guid? id, string? type, CancellationToken stop)
    {
        if (id is { } known)
        {
            return await hand.ToWrite(known, stop);
        }
        if (ContentTypes.Find(type) is not { } kind)
        {
            return null;
        }
        var empty = new Edition { Item = new ContentItem { Type = kind.Key, Key = "moi", CreatedAt = hand.Now }, Type = kind.Key, Culture = IsTranslation ? "en" : "vi" };
        empty.Write("", "", "moi", kind.Empty(), hand.Now);
        return empty;
    }

    private Edition Unsaved(Edition edition, EditorForm form)
    {
        var shown = new Edition { ItemId = edition.ItemId, Item = edition.Item, Type = edition.Type, Culture = edition.Culture, Number = edition.Number };
        shown.Write(form.Title, form.Summary, edition.Slug, form.Check(), hand.Now);
        shown.Topics.AddRange(form.Topics.Select(topic => new EditionTopic { Topic = topic }));
        return shown;
    }

    private async Task<IActionResult> Show(Edition edition, CancellationToken stop)
    {
        visit.Begin(visit.Site, edition.Culture);   // the frame of the page speaks the language of the text
        Response.MayBeFramedHere();
        Response.Headers.CacheControl = "private, no-store";
        Reading = await reader.Open(edition, stop);
        return Page();
    }
}
