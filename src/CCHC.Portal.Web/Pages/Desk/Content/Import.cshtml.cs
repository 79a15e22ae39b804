using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Takes a Word document and makes a draft of it.</summary>
[Needs(Deed.WriteContent), Takes(Limits.WordForm)]
public sealed class ImportModel(WordTaking taking) : PageModel
{
    public static readonly IReadOnlyList<ContentType> Kinds = [ContentTypes.Article, ContentTypes.Guide, ContentTypes.LegalDocument, ContentTypes.StandingPage];

    [BindProperty(Name = "File")] public IFormFile? Paper { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Wanted { get; set; }
    [BindProperty] public string? Type { get; set; }
    public List<Problem> Problems { get; } = [];

    public void OnGet() => Type = Wanted;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Paper is null)
        {
            Problems.Add(new("File", "Hãy chọn một tệp Word (.docx)."));
            return this.Invalid();
        }
        var kind = Kinds.FirstOrDefault(kind => kind.Key == Type) ?? ContentTypes.Article;
        var (edition, problem) = await taking.Take(Paper, kind, stop);
        if (edition is null)
        {
            Problems.Add(new("File", problem!));
            return this.Invalid();
        }
        return RedirectToPage("Imported", new { id = edition.Id });
    }
}
