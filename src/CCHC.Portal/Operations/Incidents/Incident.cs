using CCHC.Portal.Storage;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>Personal data was seen, lost or changed by whom it should not: what happened, who was told when. Kept for five years at least; nothing deletes it (Luật 91/2025/QH15 Đ23).</summary>
public sealed class Incident : ISiteOwned, IVersioned
{
    public const int KeptYears = 5;

    /// <summary>The time the law gives for telling the authority.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(72);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The law's clock runs from here, at night and on holidays as well.</summary>
    public DateTimeOffset DiscoveredAt { get; init; }

    public required string What { get; init; }

    /// <summary>Which data, of about how many people.</summary>
    public required string Touched { get; init; }

    public Guid RecordedBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? AuthorityToldAt { get; private set; }

    /// <summary>To whom and under which number; or why it need not be told.</summary>
    public string AuthorityNote { get; private set; } = "";

    public DateTimeOffset? WaivedAt { get; private set; }
    public DateTimeOffset? PeopleToldAt { get; private set; }
    public string PeopleNote { get; private set; } = "";
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }

    /// <summary>Why it happened and what was done against it.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The last reminder that was sent; 0 before the first.</summary>
    public int Reminded { get; private set; }

    public int Version { get; set; }

    public DateTimeOffset DueAt => DiscoveredAt + Notice;
    public bool IsClockRunning => AuthorityToldAt is null && WaivedAt is null;

    /// <summary>The authority was told after the time the law gives, or still is not.</summary>
    public bool IsLate(DateTimeOffset now) => WaivedAt is null && (AuthorityToldAt ?? now) > DueAt;

    /// <summary>The day before which it may not be thrown away; null while it is open.</summary>
    public DateTimeOffset? KeptUntil => ClosedAt?.AddYears(KeptYears);

    /// <summary>Why it cannot be closed yet, in Vietnamese; null when it can.</summary>
    public string? WhyNotClose => IsClockRunning ? "Chưa ghi việc báo cơ quan có thẩm quyền, hoặc vì sao không phải báo." : null;

    public void TellAuthority(DateTimeOffset at, string note)
    {
        MustBeOpen();
        (AuthorityToldAt, AuthorityNote, WaivedAt) = (at, note, null);
    }

    public void Waive(string why, DateTimeOffset now)
    {
        MustBeOpen();
        (WaivedAt, AuthorityNote) = (now, why);
    }

    public void TellPeople(DateTimeOffset at, string note)
    {
        MustBeOpen();
        (PeopleToldAt, PeopleNote) = (at, note);
    }

    public void Close(string outcome, Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        if (WhyNotClose is { } why)
        {
            throw new InvalidOperationException(why);
        }
        (Outcome, ClosedBy, ClosedAt) = (outcome, by, now);
    }

    /// <summary>The reminder that is due now: when it was recorded, a day before, six hours before, and too late; null when that one was sent.</summary>
    public int? ReminderAt(DateTimeOffset now)
    {
        var left = DueAt - now;
        var step = left <= TimeSpan.Zero ? 4 : left <= TimeSpan.FromHours(6) ? 3 : left <= TimeSpan.FromHours(24) ? 2 : 1;
        return IsClockRunning && ClosedAt is null && step > Reminded ? step : null;
    }

    public void Remind(int step) => Reminded = step;

    private void MustBeOpen()
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException($"The incident was closed at {ClosedAt:O}.");
        }
    }
}
