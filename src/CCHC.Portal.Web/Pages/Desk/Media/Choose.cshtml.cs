using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>A piece of a page for the editor's form: the library to choose from, and a place to bring one picture more.</summary>
[Needs(Deed.ManageMedia), Takes(Limits.MediaForm), RequestFormLimits(MultipartBodyLengthLimit = Limits.MediaForm)]
public sealed class ChooseModel(Visit visit, MediaShelf shelf, MediaIntake intake, MediaAtHand hand) : PageModel
{
    private const int Most = 24;

    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Kind { get; set; }
    [BindProperty] public IFormFile? Sent { get; set; }
    [BindProperty] public string? Alt { get; set; }
    public IReadOnlyList<MediaTile> Tiles { get; private set; } = [];
    public string? Chosen { get; private set; }
    public List<Problem> Problems { get; } = [];

    public Task OnGetAsync(CancellationToken stop) => Find(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var alt = VietnameseText.CleanLine(Alt);
        if (Sent is null)
        {
            Problems.Add(new("c-sent", "Hãy chọn tệp."));
        }
        else if (Sent.ContentType.StartsWith("image/", StringComparison.Ordinal) && alt == "")
        {
            Problems.Add(new("c-alt", "Hãy viết mô tả ảnh cho người không nhìn thấy."));
        }
        else
        {
            await Take(Sent, alt, stop);
        }
        await Find(stop);
        return Problems.Count > 0 ? this.Invalid() : Page();
    }

    private async Task Take(IFormFile sent, string alt, CancellationToken stop)
    {
        await using var content = sent.OpenReadStream();
        var folders = visit.Me.MediaFolders(visit.Site);
        var home = visit.Site.UnitById(visit.Me.HomeUnitId)?.Code;
        var arrival = await intake.Take(content, sent.FileName, sent.Length, folders.FirstOrDefault(folder => folder == home) ?? folders[0], visit.Me.PersonId, stop);
        if (arrival.Problem is { } words)
        {
            Problems.Add(new("c-sent", words));
            return;
        }
        var file = arrival.File!;
        if (file.Alt == "")
        {
            file.Alt = alt.Length > 300 ? alt[..300] : alt;
        }
        await hand.Save(arrival.IsKnown ? "media-known" : "media-uploaded", file, stop);
        Chosen = file.Name;
    }

    private async Task Find(CancellationToken stop)
    {
        var wanted = VietnameseText.Fold(Words);
        var kind = MediaWords.Kinds.FirstOrDefault(one => one.Key == Kind);
        var files = (await shelf.Of(visit.Site.Id, stop)).Values
            .Where(file => kind.Key is null || file.Kind == kind.Kind)
            .Where(file => wanted == "" || VietnameseText.Fold($"{file.Name} {file.Title} {file.Alt} {file.Tags}").Contains(wanted, StringComparison.Ordinal))
            .OrderByDescending(file => file.UploadedAt).ThenByDescending(file => file.Id).Take(Most);
        Tiles = [.. files.Select(file => MediaTile.Of(file, visit.Site, hand.Today))];
    }
}
