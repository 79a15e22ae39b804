using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The showcase of reform models, by kind and topic (P7).</summary>
public sealed class ModelsModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<ModelCard> Cards { get; private set; } = [];
    public IReadOnlyList<Edition> Topics { get; private set; } = [];
    public IReadOnlyDictionary<ReformModelKind, int> Counts { get; private set; } = new Dictionary<ReformModelKind, int>();
    public string? Topic { get; private set; }
    public ReformModelKind? Kind { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "chu-de")] string? topic, [FromQuery(Name = "loai")] string? kind, CancellationToken stop)
    {
        var live = db.Editions.AsNoTracking().Live().ForReader(visit.Culture);
        Topics = [.. (await live.OfType(ContentTypes.Topic).Include(e => e.Item).ToListAsync(stop)).OrderBy(e => e.As<Topic>().Order)];
        Topic = Topics.FirstOrDefault(known => known.Item!.Key == topic)?.Item!.Key;
        Kind = Enum.TryParse<ReformModelKind>(kind, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var models = live.OfType(ContentTypes.ReformModel);
        var cards = (await (Topic is null ? models : models.About((await db.TopicTree(stop)).With(Topic))).Newest().Take(200).ToListAsync(stop)).Select(ModelCard.Of).ToList();
        Counts = cards.GroupBy(card => card.Kind).ToDictionary(group => group.Key, group => group.Count());
        Cards = [.. cards.Where(card => Kind is null || card.Kind == Kind)];
    }

    public string Address(ReformModelKind? kind) => QueryHelpers.AddQueryString(Url.Content("~/mo-hinh"),
        new Dictionary<string, string?> { ["chu-de"] = Topic, ["loai"] = kind?.ToString() }.Where(pair => pair.Value is not null));
}
