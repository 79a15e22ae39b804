using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A text as it would read, before the public sees it.</summary>
[Needs(Deed.WriteContent)]
public sealed class ViewModel(EditionAtHand hand) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public ContentBody Body { get; private set; } = null!;
    public IReadOnlyList<BodyField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return NotFound();
        }
        (Edition, Body) = (edition, edition.Body);
        Fields = [.. BodyForm.Of(edition.Kind, Body).Where(field => !field.IsEmpty && field.Field.Name is not ("Text" or "Cover" or "CoverCaption"))];
        return Page();
    }
}
