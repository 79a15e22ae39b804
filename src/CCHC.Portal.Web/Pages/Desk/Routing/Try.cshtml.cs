using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RoutingOfCases = CCHC.Portal.Cases.Routing;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>Says where a message of some kind, field, place and tag would go by the table in force, by which line, and why.</summary>
[Needs(Deed.ReadRouting)]
public sealed class TryModel(PortalDb db, Visit visit, RoutingOfCases routing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "loai")] public FeedbackKind? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "linh-vuc")] public FeedbackField? Field { get; set; }
    [BindProperty(SupportsGet = true, Name = "noi")] public string? Place { get; set; }
    [BindProperty(SupportsGet = true, Name = "nhan")] public string? Tag { get; set; }
    public RoutingDecision? Decision { get; private set; }
    public string? Owner { get; private set; }

    // Denunciations do not pass this table: they always take the sealed way.
    public IEnumerable<FeedbackKind> Kinds => Enum.GetValues<FeedbackKind>().Where(kind => kind is not (FeedbackKind.Denunciation or FeedbackKind.Spam));

    public async Task OnGetAsync(CancellationToken stop)
    {
        ModelState.Clear();
        if (Kind is { } kind && Field is { } field)
        {
            Decision = await routing.Decide(visit.Site, new RoutingQuestion(kind, field, Place ?? "", string.IsNullOrEmpty(Tag) ? [] : [Tag]), stop);
            Owner = (await db.NamesOf([Decision.OwnerId], stop)).Values.FirstOrDefault();
        }
    }
}
