using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The inbox: what this person may read, nearest deadline first.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int MostSearched = 20_000;

    [BindProperty(SupportsGet = true, Name = "linh-vuc")] public FeedbackField? Field { get; set; }
    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string State { get; set; } = CaseTile.Open;
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<CaseTile> Tiles { get; private set; } = [];
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");
    public bool IsFiltered => Field is not null || State != CaseTile.Open || !string.IsNullOrEmpty(Words);

    public IEnumerable<(string Key, string Label)> StateChoices =>
        [(CaseTile.Open, "Đang mở"), .. CaseTile.Choices.Select(choice => (choice.Key, choice.Label)), ("da-xong", "Đã xong"), (CaseTile.All, "Tất cả")];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var visible = db.Feedback.AsNoTracking().VisibleTo(visit.Me);
        Tiles = await CaseTile.Counted(visible, visit.Site, today, stop);

        var chosen = CaseTile.Chosen(visible, State, visit.Site, today);
        if (Field is { } field)
        {
            chosen = chosen.Where(feedback => feedback.Field == field);
        }
        var ordered = State is "da-xong" or CaseTile.All ? chosen.OrderByDescending(feedback => feedback.ReceivedAt) : chosen.ByDeadline();
        var (page, count) = string.IsNullOrWhiteSpace(Words) ? await PageOf(ordered, stop) : await Found(ordered, Words, stop);

        var names = await db.NamesOf(page.Select(feedback => feedback.OfficerId), stop);
        Lines = [.. page.Select(feedback => CaseLine.Of(feedback, visit.Site, today, names))];
        Pager = new Pager(Pager.Within(Number, count), count, State == CaseTile.Open ? "phản ánh đang mở" : "phản ánh", Pager.AddressHere(Request));
    }

    private async Task<(List<Feedback>, int)> PageOf(IQueryable<Feedback> ordered, CancellationToken stop)
    {
        var count = await ordered.CountAsync(stop);
        return (await ordered.Skip((Pager.Within(Number, count) - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop), count);
    }

    // Neither engine compares Vietnamese without its marks; a body's messages fit in memory.
    private async Task<(List<Feedback>, int)> Found(IQueryable<Feedback> ordered, string words, CancellationToken stop)
    {
        var wanted = VietnameseText.Fold(words.Length > 200 ? words[..200] : words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = CaseCodes.Tidy(words);
        var texts = await ordered.Select(feedback => new { feedback.Id, feedback.ReferenceCode, feedback.Message, feedback.Place }).Take(MostSearched).ToListAsync(stop);
        var hits = texts.Where(text => (code.Length >= 4 && CaseCodes.Tidy(text.ReferenceCode).Contains(code, StringComparison.Ordinal)) || Has(text.Message + " " + text.Place, wanted))
            .Select(text => text.Id).ToList();
        var ids = hits.Skip((Pager.Within(Number, hits.Count) - 1) * Pager.Usual).Take(Pager.Usual).ToList();
        var page = await db.Feedback.AsNoTracking().Where(feedback => ids.Contains(feedback.Id)).ToListAsync(stop);
        return ([.. page.OrderBy(feedback => ids.IndexOf(feedback.Id))], hits.Count);
    }

    private static bool Has(string text, string[] wanted)
    {
        var folded = VietnameseText.Fold(text);
        return wanted.Length > 0 && Array.TrueForAll(wanted, word => folded.Contains(word, StringComparison.Ordinal));
    }
}
