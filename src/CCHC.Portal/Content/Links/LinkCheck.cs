using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Links;

/// <summary>What came of the last try to open a link that published texts have.</summary>
public sealed class LinkCheck : ISiteOwned
{
    public const int LongestAddress = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>An address elsewhere, or the path of a page of ours.</summary>
    public required string Address { get; init; }

    public LinkOutcome Outcome { get; private set; }

    /// <summary>What the other side answered; null when it did not.</summary>
    public int? Status { get; private set; }

    public string Reason { get; private set; } = "";
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public DateTimeOffset? BrokenSince { get; private set; }

    /// <summary>The live texts that have it.</summary>
    public List<LinkUse> Uses { get; init; } = [];

    /// <summary>Failed at more than one try: a single one may be a hiccup.</summary>
    public bool IsDown => Outcome == LinkOutcome.Broken && BrokenSince < CheckedAt;

    public bool IsOwnPage => Address.StartsWith('/');

    public void Tell(LinkAnswer answer, DateTimeOffset now)
    {
        (Outcome, Status, Reason, CheckedAt) = (answer.Outcome, answer.Status, answer.Reason, now);
        BrokenSince = answer.Outcome == LinkOutcome.Broken ? BrokenSince ?? now : null;
    }
}

/// <summary>That a published text has a link.</summary>
public sealed class LinkUse : ISiteOwned
{
    public Guid CheckId { get; init; }
    public Guid EditionId { get; init; }
    public Guid SiteId { get; set; }
}

/// <summary>What one try to open a link brought.</summary>
public sealed record LinkAnswer(LinkOutcome Outcome, int? Status, string Reason)
{
    /// <summary>Whether anybody answered at all; when nobody does anywhere it is our own line that is down.</summary>
    public bool WasReached => Status is not null;
}

/// <summary>Skipped are addresses the portal does not visit: of machines on its own network.</summary>
public enum LinkOutcome { Unchecked, Works, Broken, Skipped }
