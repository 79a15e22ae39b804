using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Notices;

/// <summary>One urgent line above every page or beside one place, from its hour until its hour: an alert, planned work on the portal, or a storm.</summary>
public sealed class Notice : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public NoticeKind Kind { get; init; }
    public NoticeSeverity Severity { get; init; }
    public required string Text { get; init; }
    public string TextEn { get; init; } = "";

    /// <summary>A page of ours, or nothing.</summary>
    public string Link { get; init; } = "";

    /// <summary>The key of the one-stop site it is about and beside which it stands; empty for one above every page.</summary>
    public string About { get; init; } = "";

    public DateTimeOffset From { get; init; }
    public DateTimeOffset Until { get; init; }

    /// <summary>When the portal stops for maintenance; it is back at <see cref="Until"/>.</summary>
    public DateTimeOffset? WorkFrom { get; init; }

    /// <summary>Why maintenance could not be announced in time; readers see it.</summary>
    public string Reason { get; init; } = "";

    public DateTimeOffset PostedAt { get; init; }
    public Guid? PostedBy { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }

    /// <summary>The fingerprint of the seed it came from; null for what staff posted.</summary>
    public string? SeedHash { get; init; }

    public int Version { get; set; }

    public bool IsShown(DateTimeOffset now) => EndedAt is null && From <= now && now < Until;

    /// <summary>Not over yet: shown now, or waiting for its hour.</summary>
    public bool IsToCome(DateTimeOffset now) => EndedAt is null && now < Until;

    public string TextIn(string culture) => culture == "en" && TextEn != "" ? TextEn : Text;

    public void End(Guid by, DateTimeOffset now)
    {
        if (!IsToCome(now))
        {
            throw new InvalidOperationException("This notice is over already.");
        }
        (EndedAt, EndedBy) = (now, by);
    }
}

public enum NoticeKind { Alert, Maintenance, Storm }

public enum NoticeSeverity { Info, Note, Urgent }
