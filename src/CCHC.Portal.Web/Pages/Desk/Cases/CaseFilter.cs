using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Which cases a list shows, as its address says it: whose queue, in which state, narrowed by field, unit, tag, channel and words.</summary>
public sealed record CaseFilter
{
    private const int MostSearched = 20_000, MostLetters = 200;
    public const string Newest = "moi-gui";

    public string Queue { get; init; } = "";
    public string State { get; init; } = CaseTile.Open;
    public FeedbackField? Field { get; init; }
    public string Unit { get; init; } = "";
    public string Tag { get; init; } = "";
    public IntakeChannel? Channel { get; init; }
    public string Words { get; init; } = "";
    public string Order { get; init; } = "";

    /// <summary>Something narrows the list besides queue and state.</summary>
    public bool IsNarrow => IsNarrower || Field is not null || Words != "";

    public bool IsNarrower => Unit != "" || Tag != "" || Channel is not null || Order != "";

    public static CaseFilter Of(IQueryCollection asked) => new()
    {
        Queue = asked["hang"].ToString(),
        State = asked["tinh-trang"].ToString() is { Length: > 0 } state ? state : CaseTile.Open,
        Field = Choice<FeedbackField>(asked["linh-vuc"].ToString()),
        Unit = asked["don-vi"].ToString(),
        Tag = asked["nhan"].ToString().Trim(),
        Channel = Choice<IntakeChannel>(asked["kenh"].ToString()),
        Words = asked["q"].ToString() is { Length: > MostLetters } long_ ? long_[..MostLetters] : asked["q"].ToString().Trim(),
        Order = asked["xep"].ToString(),
    };

    /// <summary>The cases of the list in its order, without the words searched for.</summary>
    public IQueryable<Feedback> Pick(IQueryable<Feedback> visible, Actor me, SiteMap site, DateOnly today, PortalDb db)
    {
        var chosen = CaseTile.Chosen(Queue == "" && Words != "" ? visible : CaseQueue.Of(visible, Queue, me, db), State, site, today);   // words are looked for in all that may be read
        if (Field is { } field)
        {
            chosen = chosen.Where(feedback => feedback.Field == field);
        }
        if (Unit != "")
        {
            var unit = site.UnitByCode(Unit)?.Id;
            chosen = chosen.Where(feedback => feedback.UnitId == unit);
        }
        if (Tag != "")
        {
            chosen = chosen.Tagged(Tag);
        }
        if (Channel is { } channel)
        {
            chosen = chosen.Where(feedback => feedback.Channel == channel);
        }
        return State is "da-xong" or CaseTile.All || Order == Newest ? chosen.OrderByDescending(feedback => feedback.ReceivedAt) : chosen.ByDeadline();
    }

    // Neither engine compares Vietnamese without its marks; a body's messages fit in memory.
    /// <summary>The ids of those that hold the words or bear the code, in the order of the list.</summary>
    public async Task<IReadOnlyList<Guid>> Search(IQueryable<Feedback> ordered, CancellationToken stop)
    {
        var wanted = VietnameseText.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = CaseCodes.Tidy(Words);
        var texts = await ordered.Select(feedback => new { feedback.Id, feedback.ReferenceCode, feedback.Message, feedback.Place, feedback.Given }).Take(MostSearched).ToListAsync(stop);
        return [.. texts.Where(text => (code.Length >= 4 && CaseCodes.Tidy(text.ReferenceCode).Contains(code, StringComparison.Ordinal)) || Has($"{text.Message} {text.Place} {text.Given}", wanted)).Select(text => text.Id)];
    }

    /// <summary>The address of a list with these filters.</summary>
    public static string Address(string path, string queue, string state) =>
        path + QueryString.Create(new Dictionary<string, string?> { ["hang"] = queue, ["tinh-trang"] = state == CaseTile.Open ? "" : state }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private static bool Has(string text, string[] wanted)
    {
        var folded = VietnameseText.Fold(text);
        return wanted.Length > 0 && Array.TrueForAll(wanted, word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static T? Choice<T>(string asked) where T : struct, Enum =>
        Enum.TryParse<T>(asked, out var choice) && Enum.IsDefined(choice) && !int.TryParse(asked, CultureInfo.InvariantCulture, out _) ? choice : null;
}
