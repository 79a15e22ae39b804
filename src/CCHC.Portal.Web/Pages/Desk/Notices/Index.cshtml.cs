using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>What stands above every page, what waits for its hour, and what stood there before.</summary>
[Needs(Deed.PostNotice)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<string, string> places = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();
    public IReadOnlyList<Notice> ToCome { get; private set; } = [];
    public IReadOnlyList<Notice> Past { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = Now;
        ToCome = await db.Notices.AsNoTracking().ToCome(now).OrderBy(notice => notice.From).ToListAsync(stop);
        var past = db.Notices.AsNoTracking().Where(notice => notice.EndedAt != null || notice.Until <= now);
        var count = await past.CountAsync(stop);
        var page = Pager.Within(Number, count);
        Past = await past.OrderByDescending(notice => notice.PostedAt).ThenBy(notice => notice.Id).Skip((page - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
        places = ToCome.Concat(Past).Any(notice => notice.About != "") ? await db.NoticePlaces(stop) : places;
        Names = await db.NamesOf(ToCome.Concat(Past).SelectMany(notice => new[] { notice.PostedBy, notice.EndedBy }), stop);
        Pager = new Pager(page, count, "thông báo đã qua", Pager.AddressHere(Request));
    }

    /// <summary>The title of the place a notice is about; its key when the portal has it no more.</summary>
    public string PlaceOf(Notice notice) => places.GetValueOrDefault(notice.About, notice.About);

    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "Người đã rời") : "Dữ liệu ban đầu";
}
