using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Tells what became of a Word document, asks what its pictures show, and offers what its letterhead says.</summary>
[Needs(Deed.WriteContent)]
public sealed class ImportedModel(EditionAtHand hand, WordTaking taking) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public WordStory Story { get; private set; } = null!;
    public IReadOnlyList<(string File, string Alt)> Pictures { get; private set; } = [];
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        if (!Edition.IsWritable)
        {
            return RedirectToPage("Edit", new { id });
        }
        Pictures = [.. Pictures.Select(picture => (picture.File, VietnameseText.CleanLine(Request.Form["Alt." + picture.File])))];
        Problems.AddRange(Pictures.Where(picture => picture.Alt == "").Select(picture => new Problem("Alt." + picture.File, $"Hãy viết mô tả cho ảnh {picture.File}.")));
        if (Unapproval.Of(Edition, Request.Form) is { } missed)
        {
            Problems.Add(missed);
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        await taking.Describe(Edition, Pictures.ToDictionary(picture => picture.File, picture => picture.Alt), stop);
        TempData["Flash"] = "Đã lưu mô tả ảnh.";
        return RedirectToPage("Edit", new { id });
    }

    public async Task<IActionResult> OnPostDocumentAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop) || Story.Letterhead is not { } head)
        {
            return NotFound();
        }
        var document = await taking.AsDocument(Edition, head, stop);
        TempData["Flash"] = "Đã tạo mục Văn bản. Hãy kiểm tra từng ô, nhất là tình trạng hiệu lực.";
        return RedirectToPage("Edit", new { id = document.Id });
    }

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition || await taking.StoryOf(edition, stop) is not { } story)
        {
            return false;
        }
        (Edition, Story) = (edition, story);
        Pictures = [.. MarkdownPictures.In(edition.Body.Text).DistinctBy(picture => picture.File)];
        return true;
    }
}
