using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>What somebody has typed in an editing form and not saved yet, so that a crash or an expired session loses nothing.</summary>
public sealed class TypedCopy : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PersonId { get; init; }

    /// <summary>Which form: an edition's id, or "moi/article" for one that has none yet.</summary>
    public required string Place { get; init; }

    /// <summary>The version of the edition the typing began from.</summary>
    public int BaseVersion { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The fields of the form by name, as JSON.</summary>
    public string Fields { get; set; } = "{}";
}
