using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RoutingOfCases = CCHC.Portal.Cases.Routing;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>Says where a message would go by the table in force, by which line, why and until when: from its kind, field, place and tags, or from its words. Nothing of it is kept.</summary>
[Needs(Deed.ReadRouting)]
public sealed class TryModel(PortalDb db, Visit visit, RoutingOfCases routing, Deadlines deadlines, TimeProvider clock) : PageModel
{
    public const int MostCharacters = 10_000;

    [BindProperty(SupportsGet = true, Name = "loai")] public FeedbackKind? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "linh-vuc")] public FeedbackField? Field { get; set; }
    [BindProperty(SupportsGet = true, Name = "noi")] public string? Place { get; set; }
    [BindProperty(SupportsGet = true, Name = "nhan")] public List<string> Tags { get; set; } = [];

    /// <summary>The words of a message; they travel in the form, never in an address.</summary>
    [BindProperty] public string? Text { get; set; }

    public RoutingDecision? Decision { get; private set; }
    public string? Owner { get; private set; }
    public DateOnly? DueAt { get; private set; }

    /// <summary>What the words seem to be; null when none were given.</summary>
    public Suggestion? Said { get; private set; }

    /// <summary>The units the words speak of: a real message would not go to them.</summary>
    public IReadOnlyList<string> About { get; private set; } = [];

    // Denunciations do not pass this table: they always take the sealed way.
    public IEnumerable<FeedbackKind> Kinds => Enum.GetValues<FeedbackKind>().Where(kind => kind is not (FeedbackKind.Denunciation or FeedbackKind.Spam));

    public async Task OnGetAsync(CancellationToken stop)
    {
        ModelState.Clear();
        await Decide(stop);
    }

    public async Task OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Text = VietnameseText.Clean(Text);
        Text = Text.Length > MostCharacters ? Text[..MostCharacters] : Text;
        if (Text != "")
        {
            Said = Suggestions.For(Text, await routing.Rules(await routing.Current(stop), stop));
            (Kind, Field) = (Said.Kind, Said.Field);
            Tags = [.. Suggestions.TagsOf(Text, Said.Field)];
            About = [.. AboutSuggestion.In(Text, visit.Site).Select(whom => visit.Site.UnitById(whom.UnitId)?.Name).OfType<string>()];
        }
        if (Said is null or { IsSealed: false, Kind: not FeedbackKind.Spam })
        {
            await Decide(stop);
        }
    }

    private async Task Decide(CancellationToken stop)
    {
        if (Kind is { } kind && Field is { } field)
        {
            Tags = [.. Tags.Where(tag => RuleWords.Tags.Any(known => known.Tag == tag)).Distinct()];
            Decision = await routing.Decide(visit.Site, new RoutingQuestion(kind, field, Place ?? "", Tags), stop);
            Owner = (await db.NamesOf([Decision.OwnerId], stop)).Values.FirstOrDefault();
            DueAt = deadlines.For(visit.Site, kind, clock.GetUtcNow());
        }
    }
}
