using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations.Incidents;

/// <summary>A breach of personal data in the book of incidents: from its discovery run 72 hours to tell the authority (Luật 91/2025/QH15 Đ23). Never deleted before five years.</summary>
public sealed class Incident : ISiteOwned, IVersioned
{
    public const int KeptYears = 5;
    public static readonly TimeSpan Term = TimeSpan.FromHours(72);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>What happened, and how it was found.</summary>
    public required string What { get; init; }

    /// <summary>Which data of how many people it touched, as far as is known.</summary>
    public string Data { get; private set; } = "";

    /// <summary>What was done about it.</summary>
    public string Measures { get; private set; } = "";

    public DateTimeOffset? AuthorityToldAt { get; private set; }
    public string AuthorityNote { get; private set; } = "";
    public DateTimeOffset? PeopleToldAt { get; private set; }
    public string PeopleNote { get; private set; } = "";
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public Guid By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>How many reminders of the 72 hours went out.</summary>
    public int Reminded { get; private set; }

    public int Version { get; set; }

    public DateTimeOffset TellBy => FoundAt + Term;

    public bool IsLate(DateTimeOffset now) => (AuthorityToldAt ?? now) > TellBy;

    /// <summary>The first day on which it may leave the book.</summary>
    public DateTimeOffset? KeptUntil => ClosedAt?.AddYears(KeptYears);

    public void Know(string data, string measures)
    {
        MustBeOpen();
        (Data, Measures) = (data, measures);
    }

    public void TellAuthority(string note, DateTimeOffset at)
    {
        MustBeOpen();
        (AuthorityToldAt, AuthorityNote) = (at, note);
    }

    public void TellPeople(string note, DateTimeOffset at)
    {
        MustBeOpen();
        (PeopleToldAt, PeopleNote) = (at, note);
    }

    /// <summary>Why it cannot be closed yet, in Vietnamese; null when it can.</summary>
    public string? WhyOpen => Data == "" ? "Chưa ghi dữ liệu bị ảnh hưởng." : Measures == "" ? "Chưa ghi đã làm gì." : AuthorityToldAt is null ? "Chưa ghi đã thông báo cơ quan chuyên trách." : null;

    public void Close(Guid by, DateTimeOffset now)
    {
        MustBeOpen();
        if (WhyOpen is { } why)
        {
            throw new InvalidOperationException(why);
        }
        (ClosedAt, ClosedBy) = (now, by);
    }

    /// <summary>Hours after discovery at which it is reminded of, until the authority was told.</summary>
    public static readonly IReadOnlyList<int> Steps = [12, 36, 60, 72];

    /// <summary>Whether a reminder is due; counted once taken.</summary>
    public bool TakeReminder(DateTimeOffset now)
    {
        var passed = Steps.Count(hours => FoundAt.AddHours(hours) <= now);
        var due = AuthorityToldAt is null && ClosedAt is null && passed > Reminded;
        Reminded = Math.Max(Reminded, passed);
        return due;
    }

    private void MustBeOpen()
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException("A closed incident is not written any more.");
        }
    }
}

/// <summary>The table of the book.</summary>
public static class IncidentMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<Incident>(incident =>
    {
        incident.ToTable("Incidents");
        incident.Ignore(i => i.TellBy);
        incident.Ignore(i => i.KeptUntil);
        incident.Ignore(i => i.WhyOpen);
        incident.HasIndex(i => new { i.SiteId, i.ClosedAt });
    });

    extension(PortalDb db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();
    }
}
