using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>What an edition said at one save. Never changed, never deleted.</summary>
public sealed class Revision : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid EditionId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? PersonId { get; init; }
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string BodyJson { get; init; } = "{}";

    public static Revision Of(Edition edition, Guid? by, DateTimeOffset now) => new()
    {
        EditionId = edition.Id,
        PersonId = by,
        At = now,
        Title = edition.Title,
        Summary = edition.Summary,
        BodyJson = edition.BodyJson,
    };
}
