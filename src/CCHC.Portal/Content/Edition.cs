using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>One numbered text of an item in one language, from draft to withdrawal. A live edition is never edited: a newer one retires it.</summary>
public sealed class Edition : ISiteOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ItemId { get; init; }
    public ContentItem? Item { get; init; }
    public required string Type { get; init; }
    public required string Culture { get; init; }
    public int Number { get; init; }
    public EditionState State { get; private set; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string BodyJson { get; private set; } = "{}";

    /// <summary>The library's files the text names, between bars; null only for rows older than this column.</summary>
    public string? MediaNames { get; private set; } = "";

    /// <summary>The fingerprint of the seed file this edition was loaded from; null once a person wrote it.</summary>
    public string? SeedHash { get; set; }

    public Guid? AuthorId { get; init; }
    public Guid? ApproverId { get; private set; }
    public string? ReviewNote { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawReason { get; private set; }
    public int Version { get; set; }
    public List<EditionTopic> Topics { get; init; } = [];

    public ContentType Kind => ContentTypes.Get(Type);

    public string Address => Kind.AddressOf(Slug);

    public ContentBody Body => Kind.Read(BodyJson);

    public T As<T>() where T : ContentBody => (T)Body;

    public void Write(string title, string summary, string slug, ContentBody body, DateTimeOffset now)
    {
        if (State is not (EditionState.Draft or EditionState.InReview))
        {
            throw new InvalidOperationException($"Edition {Number} of {Slug} is {State}: a new edition is written instead.");
        }
        Title = title;
        Summary = summary;
        Slug = slug;
        BodyJson = Kind.Write(body);
        FindMediaNames();
        State = EditionState.Draft;
        ChangedAt = now;
    }

    public void FindMediaNames() => MediaNames = Content.MediaNames.In(BodyJson);

    public void Submit(DateTimeOffset now) => Move(EditionState.Draft, EditionState.InReview, now);

    /// <summary>Back to its author, with the reason.</summary>
    public void Refuse(Guid by, string reason, DateTimeOffset now)
    {
        Move(EditionState.InReview, EditionState.Draft, now);
        ApproverId = by;
        ReviewNote = reason;
    }

    /// <summary>Whether this person may approve: never their own text.</summary>
    public bool MayBeApprovedBy(Guid person) => State == EditionState.InReview && AuthorId != person;

    public void Schedule(Guid by, DateTimeOffset at, DateTimeOffset now)
    {
        Approve(by);
        Move(EditionState.InReview, EditionState.Scheduled, now);
        PublishAt = at;
    }

    /// <summary>Makes this edition the live one; <paramref name="live"/> is the one it replaces.</summary>
    public void Publish(Guid by, DateTimeOffset now, Edition? live)
    {
        Approve(by);
        GoLive(now, live);
    }

    /// <summary>The hour of a scheduled edition has come; it was approved when it was scheduled.</summary>
    public void PublishAsScheduled(DateTimeOffset now, Edition? live)
    {
        if (State != EditionState.Scheduled)
        {
            throw new InvalidOperationException($"Edition {Number} of {Slug} is not scheduled.");
        }
        GoLive(now, live);
    }

    /// <summary>Published by the seed loader on the date the file says, without an approver.</summary>
    public void PublishFromSeed(DateTimeOffset at, DateTimeOffset now, Edition? live)
    {
        GoLive(now, live);
        PublishedAt = at;
    }

    public void Withdraw(string reason, DateTimeOffset now)
    {
        Move(EditionState.Published, EditionState.Withdrawn, now);
        WithdrawnAt = now;
        WithdrawReason = reason;
    }

    private void Approve(Guid by)
    {
        if (!MayBeApprovedBy(by))
        {
            throw new InvalidOperationException("The approver is never the author, and only a submitted text is approved.");
        }
        ApproverId = by;
        ReviewNote = null;
    }

    private void GoLive(DateTimeOffset now, Edition? live)
    {
        if (live is not null)
        {
            live.State = EditionState.Retired;
            PublishedAt = live.PublishedAt;   // the date readers know stays; ChangedAt tells the update
        }
        State = EditionState.Published;
        PublishedAt ??= now;
        ChangedAt = now;
    }

    private void Move(EditionState from, EditionState to, DateTimeOffset now)
    {
        if (State != from)
        {
            throw new InvalidOperationException($"Edition {Number} of {Slug} is {State}, not {from}.");
        }
        State = to;
        ChangedAt = now;
    }
}

/// <summary>That an edition is about a topic.</summary>
public sealed class EditionTopic : ISiteOwned
{
    public Guid EditionId { get; init; }
    public required string Topic { get; init; }
    public Guid SiteId { get; set; }
}

public enum EditionState { Draft, InReview, Scheduled, Published, Retired, Withdrawn }
