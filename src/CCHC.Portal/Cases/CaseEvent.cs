using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>One thing that happened to a case. Added, never changed; only words of it may be covered, and what stood there stays, encrypted.</summary>
public sealed class CaseEvent : ISiteOwned
{
    private string text = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public CaseEventKind Kind { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the citizen sees it. An internal note never is.</summary>
    public bool IsPublic { get; init; }

    public string Text { get => text; init => text = value; }

    /// <summary>What <see cref="Text"/> said before words of it were covered, encrypted; its fingerprint in the chain is over this.</summary>
    public byte[]? Original { get; private set; }

    public Guid? PersonId { get; init; }
    public Guid? FromUnitId { get; init; }
    public Guid? ToUnitId { get; init; }

    /// <summary>Who was named to do it.</summary>
    public Guid? ToPersonId { get; init; }

    /// <summary>The place in the case's chain, and the fingerprint over this event and the one before; given when it is saved.</summary>
    public int? Number { get; private set; }
    public string? Hash { get; private set; }

    /// <summary>Covers these words for all later readers; false when they do not stand here.</summary>
    public bool Cover(IReadOnlyCollection<string> words, Vault vault)
    {
        var covered = Redacting.Cover.Over(text, words);
        if (covered == text.Normalize(System.Text.NormalizationForm.FormC))
        {
            return false;
        }
        Original ??= vault.Lock(text, RedactedOriginal.Purpose);
        text = covered;
        return true;
    }

    /// <summary>What was written, whether or not it was covered later.</summary>
    public string Written(Vault vault) => Original is { } box ? vault.Unlock<string>(box, RedactedOriginal.Purpose) : text;

    /// <summary>Puts events of one case into its chain, in the order they happened.</summary>
    public static void Chain(IEnumerable<CaseEvent> events, int number, string before)
    {
        foreach (var happened in events.OrderBy(one => one.At).ThenBy(one => one.Kind).ThenBy(one => one.Id))
        {
            happened.Number = ++number;
            happened.Hash = before = HistoryLine.Of(happened, number, before).Hash;
        }
    }
}

public enum CaseEventKind
{
    Received, Assigned, HandedOver, Asked, Added, Noted, Answered, Declined, Revealed, Taken, ExtensionAsked, Extended, ExtensionRefused, Rescheduled, Reminded, CameBack, Classified,
    SupportAsked, Entrusted, Contributed, HandedIn, Returned, Merged, Unmerged, Linked, Redacted, OriginalSeen, AboutNoted, AboutLifted,
    Corrected, Withdrawn, AskedAgain, Rated, ConsentGiven, ConsentRevoked, NoticesChosen, IdentityErased, IdentityCorrected, IdeaAccepted, IdeaDeclined,
    Held, Released, Purged,
}
