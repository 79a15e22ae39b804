using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.SearchWords;

/// <summary>Says which page comes first for some words, from one day to another; every node knows as soon as it reads the change.</summary>
[Needs(Deed.PublishContent)]
public sealed class PinModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const string New = "moi";
    private const int MostPhrases = 20, LongestPhrase = 100;

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Do { get; set; }
    public bool IsNew { get; private set; }
    public bool Overtaken { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery(Name = "chu")] string? words, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } pin)
        {
            return NotFound();
        }
        (Text, From, Until, Version) = (IsNew ? VietnameseText.CleanLine(words) : pin.Text, pin.From, pin.Until, pin.Version);
        Address = IsNew ? "" : (await db.Editions.AsNoTracking().Live().Where(edition => edition.ItemId == pin.ItemId).OrderByDescending(edition => edition.Culture).FirstOrDefaultAsync(stop))?.Address;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } pin || (IsNew && Do == "remove"))
        {
            return NotFound();
        }
        ModelState.Clear();
        var phrases = Phrases.Typed(Text);
        var item = await ItemAt(Address, stop);
        Check(phrases, item);
        if (Problems.Count > 0 && Do != "remove")
        {
            return this.Invalid();
        }
        if (!IsNew && pin.Version != Version)
        {
            (Overtaken, Version) = (true, pin.Version);
            return this.Overtaken();
        }
        Write(pin, phrases, item);
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = Do == "remove" ? "Đã bỏ ghim." : "Đã ghim. Có hiệu lực sau vài giây.";
        return RedirectToPage("Index");
    }

    private void Write(PinnedAnswer pin, IReadOnlyList<string> phrases, Guid? item)
    {
        var now = clock.GetUtcNow();
        if (Do == "remove")
        {
            db.PinnedAnswers.Remove(pin);
        }
        else
        {
            (pin.Text, pin.ItemId, pin.From, pin.Until, pin.ChangedAt, pin.ChangedBy) = (string.Join('\n', phrases), item!.Value, From, Until, now, visit.Me.PersonId);
            if (IsNew)
            {
                db.PinnedAnswers.Add(pin);
            }
        }
        db.SearchWordsChanged(pin.Id, Do == "remove" ? "search-pin-removed" : "search-pin-saved", $"{pin.Text.Replace('\n', ',')} → {Address}", visit.Me.PersonId, now);
    }

    private void Check(IReadOnlyList<string> phrases, Guid? item)
    {
        if (phrases.Count is 0 or > MostPhrases || phrases.Any(phrase => phrase.Length > LongestPhrase))
        {
            Problems.Add(new Problem(nameof(Text), phrases.Count == 0 ? "Hãy viết ít nhất một câu." : "Nhiều nhất 20 câu, mỗi câu không quá 100 ký tự."));
        }
        if (item is null)
        {
            Problems.Add(new Problem(nameof(Address), "Không có trang nào đang đăng ở địa chỉ này. Hãy chép địa chỉ của trang, ví dụ /thu-tuc/dang-ky-khai-sinh."));
        }
        if (From is not null && Until is not null && Until < From)
        {
            Problems.Add(new Problem(nameof(Until), "Ngày cuối phải sau ngày đầu."));
        }
    }

    // What stands after the host of an address that was copied; "/en" is another language of the same page.
    private async Task<Guid?> ItemAt(string? address, CancellationToken stop)
    {
        var path = (Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.PathAndQuery + whole.Fragment : address?.Trim() ?? "").Split('?')[0];
        path = path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path;
        if (path.TrimStart('/').Split('/', '#') is not [var room, { Length: > 0 } slug] || ContentTypes.At(room) is not { } type)
        {
            return null;
        }
        return (await db.Editions.AsNoTracking().Live().OfType(type).FirstOrDefaultAsync(edition => edition.Slug == slug, stop))?.ItemId;
    }

    private async Task<PinnedAnswer?> Find(string id, CancellationToken stop)
    {
        IsNew = id == New;
        return IsNew ? new PinnedAnswer { Text = "" } : Guid.TryParse(id, out var key) ? await db.PinnedAnswers.SingleOrDefaultAsync(pin => pin.Id == key, stop) : null;
    }
}
