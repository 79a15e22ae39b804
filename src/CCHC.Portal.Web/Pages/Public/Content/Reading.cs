using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>One edition as it is read: its text and everything that stands around it. The views of the types show it.</summary>
public sealed record Reading(Edition Edition, ContentBody Body, SiteMap Site, DateTimeOffset Now)
{
    /// <summary>Whether the text is in the reader's language.</summary>
    public bool IsTranslated { get; init; } = true;

    /// <summary>What it is called in Vietnamese, under which other portals know it.</summary>
    public string VietnameseTitle { get; init; } = Edition.Title;

    public string? Owner { get; init; }

    /// <summary>Where the news of the unit that answers for it is read by feed readers.</summary>
    public string? OwnerFeed => Edition.Item?.OwnerUnit is { Length: > 0 } code && Owner is not null ? $"/don-vi/{code}/rss.xml" : null;
    public string? Image { get; init; }
    public IReadOnlyList<Edition> Topics { get; init; } = [];
    public IReadOnlyList<Edition> Related { get; init; } = [];
    public IReadOnlyList<Edition> Documents { get; init; } = [];

    /// <summary>Everything live that the body names by its key.</summary>
    public IReadOnlyList<Edition> Named { get; init; } = [];

    /// <summary>The library's files its papers offer, by name.</summary>
    public IReadOnlyDictionary<string, MediaFile> Templates { get; init; } = new Dictionary<string, MediaFile>();

    /// <summary>For a document: what it did to others and they to it.</summary>
    public DocumentChain? Chain { get; init; }

    /// <summary>What came of reading its files, by name.</summary>
    public IReadOnlyDictionary<string, PaperText> Papers { get; init; } = new Dictionary<string, PaperText>();

    /// <summary>Whether a file is a scan, in which the search finds nothing.</summary>
    public bool IsScan(string name) => Papers.GetValueOrDefault(name)?.Outcome == PaperOutcome.Scanned;

    /// <summary>A form to take away: where it lies and what kind of file it is.</summary>
    public (string Address, string Words)? Template(string? name) =>
        name is not null && Templates.TryGetValue(name, out var file) ? (file.PlainAddress(), file.KindAndSize) : null;

    public Edition? NamedAs(ContentType type, string key) => Named.FirstOrDefault(edition => edition.Kind == type && edition.Item!.Key == key);

    /// <summary>What was posted about this place.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The hours of this very day, which a holiday or a day worked to make up changes.</summary>
    public IReadOnlyCollection<OpeningHours> HoursToday(OneStopSite desk) => new WorkingCalendar(desk.Week(), Site.Holidays).HoursOn(VietnamTime.Day(Now));

    /// <summary>For a topic: what else it has, kind by kind.</summary>
    public IReadOnlyList<TopicShelf> Shelves { get; init; } = [];

    /// <summary>For a survey: what may be told of what people chose.</summary>
    public IReadOnlyList<SurveyTally> Tallies { get; init; } = [];

    /// <summary>What readers were told about each edition after the first, newest first.</summary>
    public IReadOnlyList<(DateOnly Day, string Note)> Changes { get; init; } = [];

    /// <summary>The entry of the main menu it belongs to.</summary>
    public string Nav => Edition.Type switch
    {
        "article" or "video" or "audio" => "news",
        "procedure" or "lifeEvent" => "procedures",
        "guide" or "publication" or "question" or "survey" => "guides",
        "topic" or "indicator" or "yearGoals" or "disclosure" or "qualityCertificate" => "topics",
        "reformModel" => "models",
        "legalDocument" => "documents",
        _ => "",
    };

    public OpenNow OpenNow(OneStopSite desk) =>
        new(new WorkingCalendar(desk.Week(), Site.Holidays).At(Now), VietnamTime.Day(Now));
}
