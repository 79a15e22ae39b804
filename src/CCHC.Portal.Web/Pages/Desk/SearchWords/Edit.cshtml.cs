using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.SearchWords;

/// <summary>Writes or removes one group of words; every node searches by it as soon as it reads the change.</summary>
[Needs(Deed.PublishContent)]
public sealed class EditModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const string New = "moi";
    private const int MostPhrases = 40, LongestPhrase = 80;

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public bool OnlyAsks { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Do { get; set; }
    public bool IsNew { get; private set; }
    public bool Overtaken { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } group)
        {
            return NotFound();
        }
        (Text, OnlyAsks, Version) = (group.Text, group.OnlyAsks, group.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } group || (IsNew && Do == "remove"))
        {
            return NotFound();
        }
        ModelState.Clear();
        var phrases = Phrases.Typed(Text);
        Check(phrases);
        if (Problems.Count > 0 && Do != "remove")
        {
            return this.Invalid();
        }
        if (!IsNew && group.Version != Version)
        {
            (Overtaken, Version) = (true, group.Version);
            return this.Overtaken();
        }
        if (Do == "remove")
        {
            db.WordGroups.Remove(group);
        }
        else
        {
            (group.Text, group.OnlyAsks, group.ChangedAt, group.ChangedBy) = (string.Join('\n', phrases), OnlyAsks, clock.GetUtcNow(), visit.Me.PersonId);
            if (IsNew)
            {
                db.WordGroups.Add(group);
            }
        }
        db.SearchWordsChanged(group.Id, Do == "remove" ? "search-words-removed" : "search-words-saved", group.Text.Replace('\n', ','), visit.Me.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = Do == "remove" ? "Đã xóa nhóm chữ." : "Đã lưu nhóm chữ.";
        return RedirectToPage("Index");
    }

    private void Check(IReadOnlyList<string> phrases)
    {
        if (phrases.Count < (OnlyAsks ? 1 : 2))
        {
            Problems.Add(new Problem(nameof(Text), OnlyAsks ? "Hãy viết ít nhất một cụm." : "Nhóm cùng nghĩa cần ít nhất hai cụm, mỗi dòng một cụm."));
        }
        if (phrases.Count > MostPhrases || phrases.Any(phrase => phrase.Length > LongestPhrase))
        {
            Problems.Add(new Problem(nameof(Text), "Nhiều nhất 40 cụm, mỗi cụm không quá 80 ký tự."));
        }
    }

    private async Task<WordGroup?> Find(string id, CancellationToken stop)
    {
        IsNew = id == New;
        return IsNew ? new WordGroup { Text = "" } : Guid.TryParse(id, out var key) ? await db.WordGroups.SingleOrDefaultAsync(group => group.Id == key, stop) : null;
    }
}
