namespace CCHC.Portal.Cases;

/// <summary>How long a case keeps its words: held by somebody, or purged when its time has come.</summary>
public sealed partial class Feedback
{
    private byte[] secretHash = [];
    private string place = "";
    private DateOnly? happenedOn;

    /// <summary>Since when somebody keeps it from being purged; null when nobody does.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>When its words, its sender and its files were purged; what figures count stays.</summary>
    public DateTimeOffset? PurgedAt { get; private set; }

    /// <summary>Keeps it beyond its time: an inspection, a lawsuit, a dispute.</summary>
    public void Hold(string reason, Guid by, DateTimeOffset now)
    {
        Must(PurgedAt is null && HeldAt is null, "is held or purged already");
        HeldAt = now;
        Look(CaseEventKind.Held, reason, by, now);
    }

    public void Release(string reason, Guid by, DateTimeOffset now)
    {
        Must(HeldAt is not null, "is not held");
        HeldAt = null;
        Look(CaseEventKind.Released, reason, by, now);
    }

    /// <summary>Takes everything personal out of it. The code, the promises and what became of them stay; its own codes open nothing any more.</summary>
    public void Purge(string proof, Guid proposer, Guid by, DateTimeOffset now)
    {
        Must(!IsOpen && HeldAt is null && PurgedAt is null && proposer != by, "is open, held, purged already, or one person alone wants it purged");
        (message, place, happenedOn, secretHash, submitterBox, wantsMail, textBy, mayPublish) = ("", "", null, [], null, false, null, false);
        PurgedAt = now;
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = CaseEventKind.Purged, At = now, Text = proof, PersonId = by, ToPersonId = proposer, FromUnitId = UnitId });
    }

    // When it was last worked on must not move: from then its time is counted.
    private void Look(CaseEventKind kind, string text, Guid by, DateTimeOffset now) =>
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = kind, At = now, Text = text, PersonId = by, FromUnitId = UnitId });
}
