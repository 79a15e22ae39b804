using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>What the people must be told: what stands on the boards now, what comes, and what came down and is kept (P14).</summary>
public sealed class DisclosuresModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Most = 2_000;

    public IReadOnlyList<(Edition Edition, Disclosure Posted)> Shown { get; private set; } = [];
    public IReadOnlyDictionary<PostingState, int> Counts { get; private set; } = new Dictionary<PostingState, int>();
    public DisclosureKind? Kind { get; private set; }
    public PostingState State { get; private set; }
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "tinh-trang")] string? state, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        Kind = Enum.TryParse<DisclosureKind>(kind, out var asked) && Enum.IsDefined(asked) ? asked : null;
        State = state switch { "het" => PostingState.Past, "sap" => PostingState.ToCome, _ => PostingState.Current };
        var today = VietnamTime.Day(clock.GetUtcNow());
        var all = (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Disclosure).ForReader(visit.Culture).Newest().Take(Most).ToListAsync(stop))
            .Select(edition => (edition, posted: edition.As<Disclosure>())).Where(pair => Kind is null || pair.posted.Kind == Kind).ToList();
        Counts = all.GroupBy(pair => pair.posted.On(today)).ToDictionary(same => same.Key, same => same.Count());
        var chosen = all.Where(pair => pair.posted.On(today) == State).OrderByDescending(pair => pair.posted.PostedFrom).ToList();
        var wanted = Pager.Within(Pager.Asked(page), chosen.Count);
        Pager = new Pager(wanted, chosen.Count, null, Address());
        Shown = [.. chosen.Skip((wanted - 1) * Pager.Usual).Take(Pager.Usual)];
    }

    private string Address() => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Url.Content("~/cong-khai"),
        new Dictionary<string, string?> { ["loai"] = Kind?.ToString(), ["tinh-trang"] = State switch { PostingState.Past => "het", PostingState.ToCome => "sap", _ => null } }.Where(pair => pair.Value is not null));
}
