using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>What a topic has of one kind: the newest few, how many in all, and where the rest is.</summary>
public sealed record TopicShelf(ContentType Kind, IReadOnlyList<Edition> First, int All, string Address)
{
    public const int Few = 5;

    /// <summary>Kinds in the order in which a topic shows them, each with the list that has them all.</summary>
    public static readonly IReadOnlyList<(ContentType Kind, string Address)> Kinds =
    [
        (ContentTypes.Procedure, "/thu-tuc"), (ContentTypes.Question, "/hoi-dap?chu-de={0}"), (ContentTypes.Indicator, "/chi-so"), (ContentTypes.YearGoals, "/chi-tieu"),
        (ContentTypes.DossierFigures, "/so-lieu-mot-cua"), (ContentTypes.Survey, "/khao-sat"), (ContentTypes.Video, "/video"),
    ];

    public static IReadOnlyList<TopicShelf> Of(string topic, IReadOnlyCollection<Edition> editions) =>
        [.. Kinds.Select(kind => (kind.Kind, Own: editions.Where(edition => edition.Kind == kind.Kind && !edition.Body.IsGone).ToList(), kind.Address)).Where(kind => kind.Own.Count > 0)
            .Select(kind => new TopicShelf(kind.Kind, [.. kind.Own.Take(Few)], kind.Own.Count, kind.Address.Replace("{0}", Uri.EscapeDataString(topic), StringComparison.Ordinal)))];
}
