using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>A sender asks that what is kept about them be corrected or erased (Luật 91/2025 Đ12–16): a task of the desk with a day of its own.</summary>
public sealed class DataRequest : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public DataRequestKind Kind { get; init; }
    public required string Words { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The day by which somebody must have looked at it (NĐ 356/2025: two working days).</summary>
    public DateOnly AcknowledgeBy { get; private set; }

    public DateOnly DueOn { get; init; }
    public DataRequestState State { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string Note { get; private set; } = "";
    public int Version { get; set; }

    public static DataRequest Ask(Feedback feedback, DataRequestKind kind, string words, DateTimeOffset now, WorkingCalendar calendar, CasesSettings settings) => new()
    {
        SiteId = feedback.SiteId,
        FeedbackId = feedback.Id,
        Kind = kind,
        Words = words,
        AskedAt = now,
        AcknowledgeBy = calendar.Due(now, settings.DataAcknowledgedWithin),
        DueOn = VietnamTime.Day(now).AddDays(kind == DataRequestKind.Erase ? settings.DataErasedWithin : settings.DataCorrectedWithin),
    };

    /// <summary>The calendar changed before anybody looked.</summary>
    public void Recount(WorkingCalendar calendar, CasesSettings settings) => AcknowledgeBy = calendar.Due(AskedAt, settings.DataAcknowledgedWithin);

    public void Acknowledge(DateTimeOffset now) => AcknowledgedAt ??= now;

    /// <summary>Done, or refused with the reason the sender reads.</summary>
    public void Decide(bool done, string note, Guid by, DateTimeOffset now)
    {
        if (State != DataRequestState.Asked)
        {
            throw new InvalidOperationException($"The request was decided at {DecidedAt:O}.");
        }
        Acknowledge(now);
        (State, Note, DecidedBy, DecidedAt) = (done ? DataRequestState.Done : DataRequestState.Refused, note, by, now);
    }
}

public enum DataRequestKind { Correct, Erase }

/// <summary>Where a request about personal data stands.</summary>
public enum DataRequestState { Asked, Done, Refused }
