using CCHC.Portal.Language;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>One numbered text of an item in one language, from draft to withdrawal. A live edition is never edited: a newer one retires it.</summary>
public sealed partial class Edition : ISiteOwned, IVersioned
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

    /// <summary>The title without marks and capitals, by which the desk's list finds it.</summary>
    public string TitleFolded { get; private set; } = "";

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

    /// <summary>How often it was handed in; an approval counts for the round it was given in.</summary>
    public int Round { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The day in Vietnam on which its author means it to appear.</summary>
    public DateOnly? PlannedOn { get; set; }

    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>The date readers know: when the item first appeared in this language.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When this very edition went before the public.</summary>
    public DateTimeOffset? LiveAt { get; private set; }

    /// <summary>What changed against the edition before, told to readers; empty for changes not worth telling.</summary>
    public string ChangeNote { get; set; } = "";

    /// <summary>For a translation: the number of the Vietnamese edition it was made from.</summary>
    public int? TranslatedFrom { get; set; }

    /// <summary>When it is to be taken away by itself.</summary>
    public DateTimeOffset? WithdrawAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawReason { get; private set; }
    public Retirement? Retirement { get; private set; }

    /// <summary>The address readers are sent to instead, within the portal.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>The hour that is to come: to appear, or to be taken away.</summary>
    public DateTimeOffset? HourAt { get; private set; }

    /// <summary>Since when somebody must see to it: an hour that was missed, an emergency nobody looked at again.</summary>
    public DateTimeOffset? CareSince { get; private set; }

    /// <summary>Why the last attempt to publish or withdraw at its hour failed, in Vietnamese.</summary>
    public string? ScheduleProblem { get; private set; }

    public int ScheduleTries { get; private set; }
    public DateTimeOffset? ScheduleNextTry { get; private set; }

    /// <summary>Why it went out before anybody had approved it; null in the ordinary way.</summary>
    public string? EmergencyReason { get; private set; }

    public Guid? SecondLookBy { get; private set; }
    public DateTimeOffset? SecondLookAt { get; private set; }
    public int Version { get; set; }
    public List<EditionTopic> Topics { get; init; } = [];

    public ContentType Kind => ContentTypes.Get(Type);

    public string Address => Kind.AddressOf(Slug);

    public ContentBody Body => Kind.Read(BodyJson);

    public bool IsWritable => State is EditionState.Draft or EditionState.InReview or EditionState.Approved;

    /// <summary>Whether readers ever had it: then it is kept for ever.</summary>
    public bool WasPublic => LiveAt is not null || PublishedAt is not null;

    public bool OwesSecondLook => EmergencyReason is not null && SecondLookAt is null;

    public T As<T>() where T : ContentBody => (T)Body;

    /// <summary>Puts new words in; whatever was approved before is a draft again.</summary>
    public void Write(string title, string summary, string slug, ContentBody body, DateTimeOffset now)
    {
        if (!IsWritable)
        {
            throw Wrong("a new edition is written instead");
        }
        (Title, Summary, Slug, BodyJson) = (title, summary, slug, Kind.Write(body));
        (State, ChangedAt) = (EditionState.Draft, now);
        Derive();
    }

    public void Submit(DateTimeOffset now)
    {
        Move(EditionState.Draft, EditionState.InReview, now);
        SubmittedAt = now;
        Round++;
    }

    /// <summary>Makes anew what is kept beside the words so that databases can search by it.</summary>
    public void Derive() => (TitleFolded, MediaNames) = (VietnameseText.Fold(Title), Content.MediaNames.In(BodyJson));

    /// <summary>Back to its author, with the reason.</summary>
    public void Refuse(Guid by, string reason, DateTimeOffset now)
    {
        if (State is not (EditionState.InReview or EditionState.Approved))
        {
            throw Wrong("only what was handed in is given back");
        }
        (State, ChangedAt, ApproverId, ReviewNote) = (EditionState.Draft, now, by, reason);
    }

    /// <summary>Whether this person may approve: never their own text.</summary>
    public bool MayBeApprovedBy(Guid person) => State == EditionState.InReview && AuthorId != person;

    /// <summary>The last approval its type asks for was given.</summary>
    public void Approve(Guid by, DateTimeOffset now)
    {
        if (!MayBeApprovedBy(by))
        {
            throw Wrong("the approver is never the author, and only a submitted text is approved");
        }
        Move(EditionState.InReview, EditionState.Approved, now);
        (ApproverId, ReviewNote) = (by, null);
    }

    /// <summary>Binds the approved words to an hour to come.</summary>
    public void Schedule(DateTimeOffset at, DateTimeOffset now)
    {
        if (at <= now)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, "The hour has passed.");
        }
        Move(EditionState.Approved, EditionState.Scheduled, now);
        PublishAt = at;
        Clear(now);
    }

    /// <summary>Takes the appointment back; the approval stands.</summary>
    public void Unschedule(DateTimeOffset now)
    {
        Move(EditionState.Scheduled, EditionState.Approved, now);
        PublishAt = null;
        Clear(now);
    }

    /// <summary>Makes the approved edition the live one; <paramref name="live"/> is the one it replaces.</summary>
    public void Publish(DateTimeOffset now, Edition? live)
    {
        if (State is not (EditionState.Approved or EditionState.Scheduled))
        {
            throw Wrong("only an approved text is published");
        }
        GoLive(now, live);
    }

    /// <summary>Out at once without an approval, for a reason; somebody else looks at it afterwards.</summary>
    public void PublishInEmergency(Guid by, string reason, DateTimeOffset now, Edition? live)
    {
        if (!IsWritable)
        {
            throw Wrong("it is not waiting to go out");
        }
        ApproverId = by;
        EmergencyReason = reason;
        GoLive(now, live);
    }

    /// <summary>Whether this person may give the second look an emergency owes: not who published, not who wrote.</summary>
    public bool MayBeLookedAtBy(Guid person) => OwesSecondLook && WasPublic && ApproverId != person && AuthorId != person;

    public void LookAtAgain(Guid by, DateTimeOffset now)
    {
        if (!MayBeLookedAtBy(by))
        {
            throw Wrong("the second look is somebody else's");
        }
        (SecondLookBy, SecondLookAt) = (by, now);
        Settle(now);
    }

    /// <summary>Published by the seed loader on the date the file says, without an approver.</summary>
    public void PublishFromSeed(DateTimeOffset at, DateTimeOffset now, Edition? live)
    {
        GoLive(now, live);
        (PublishedAt, LiveAt) = (at, at);
    }

    /// <summary>Takes it from the lists at once; what stands at its address afterwards is the editor's choice.</summary>
    public void Withdraw(Withdrawal withdrawal, DateTimeOffset now)
    {
        Move(EditionState.Published, EditionState.Withdrawn, now);
        (WithdrawnAt, WithdrawAt) = (now, null);
        Set(withdrawal);
        Clear(now);
    }

    /// <summary>To be taken away at an hour to come.</summary>
    public void PlanWithdrawal(Withdrawal withdrawal, DateTimeOffset at, DateTimeOffset now)
    {
        if (State != EditionState.Published || at <= now)
        {
            throw Wrong("only a live text is withdrawn, at an hour to come");
        }
        WithdrawAt = at;
        Set(withdrawal);
        Clear(now);
    }

    public void CancelWithdrawal(DateTimeOffset now)
    {
        if (State != EditionState.Published)
        {
            throw Wrong("there is no withdrawal to cancel");
        }
        (WithdrawAt, WithdrawReason, Retirement, MovedTo) = (null, null, null, null);
        Clear(now);
    }

    /// <summary>The withdrawal that was planned.</summary>
    public Withdrawal Planned => new(Retirement ?? Content.Retirement.Gone, WithdrawReason ?? "", MovedTo);

    /// <summary>The page it leads to has moved on: leads there at once, so that nobody is sent twice.</summary>
    public void LeadTo(string address) => MovedTo = address;

    /// <summary>Its hour came and it could not be done; it is tried again later, more and more seldom.</summary>
    public void Failed(string problem, DateTimeOffset now)
    {
        ScheduleProblem = problem;
        ScheduleTries++;
        ScheduleNextTry = now + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(ScheduleTries - 1, 6))));
        Settle(now);
    }

    private void Set(Withdrawal withdrawal) =>
        (Retirement, WithdrawReason, MovedTo) = (withdrawal.Retirement, withdrawal.Reason, withdrawal.Retirement == Content.Retirement.Redirected ? withdrawal.MovedTo : null);

    private void Clear(DateTimeOffset now)
    {
        (ScheduleProblem, ScheduleTries, ScheduleNextTry) = (null, 0, null);
        Settle(now);
    }

    private void Settle(DateTimeOffset now)
    {
        HourAt = State switch { EditionState.Scheduled => PublishAt, EditionState.Published => WithdrawAt, _ => null };
        CareSince = ScheduleProblem is not null || (OwesSecondLook && WasPublic) ? CareSince ?? now : null;
    }

    private void GoLive(DateTimeOffset now, Edition? live)
    {
        if (live is not null)
        {
            live.State = EditionState.Retired;
            live.Settle(now);
            PublishedAt = live.PublishedAt;   // the date readers know stays; ChangedAt tells the update
            // What was to end still ends, though its words were mended.
            (WithdrawAt, WithdrawReason, Retirement, MovedTo) = (live.WithdrawAt, live.WithdrawReason, live.Retirement, live.MovedTo);
        }
        State = EditionState.Published;
        PublishedAt ??= now;
        (LiveAt, ChangedAt) = (now, now);
        Clear(now);
    }

    private void Move(EditionState from, EditionState to, DateTimeOffset now)
    {
        if (State != from)
        {
            throw Wrong($"not {from}");
        }
        State = to;
        ChangedAt = now;
    }

    private InvalidOperationException Wrong(string why) => new($"Edition {Number} of {Slug} is {State}: {why}.");
}
