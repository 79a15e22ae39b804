using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Operations;

/// <summary>site.yaml: the body as its seed folder describes it.</summary>
public sealed record SiteFile
{
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Body { get; init; } = "";
    public string BodyEn { get; init; } = "";
    public string Parent { get; init; } = "";
    public string ParentEn { get; init; } = "";
    public string Responsible { get; init; } = "";
    public string ResponsibleEn { get; init; } = "";
    public string? Email { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Theme { get; init; } = "";
    public string RootUnit { get; init; } = "";
    public string AboveTop { get; init; } = "";
    public string BaseUrl { get; init; } = "http://localhost:5000";
    public string OnlinePattern { get; init; } = "";
    public List<string> Hosts { get; init; } = [];
    public List<string> Cultures { get; init; } = [];
    public List<FrequentSearch> Frequent { get; init; } = [];
    public List<StateName> States { get; init; } = [];
    public SiteAlert? Alert { get; init; }
    public List<ReviewRule> Review { get; init; } = [];
}

/// <summary>The notice a site starts with, from its hour until its hour.</summary>
public sealed record SiteAlert
{
    public string Text { get; init; } = "";
    public string TextEn { get; init; } = "";
    public string Link { get; init; } = "";
    public NoticeSeverity Severity { get; init; } = NoticeSeverity.Note;
    public DateTimeOffset From { get; init; }
    public DateTimeOffset Until { get; init; }
}

/// <summary>A row of units.yaml.</summary>
public sealed record UnitRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string? Parent { get; init; }
    public string? Upper { get; init; }
    public UnitKind Kind { get; init; }
    public string? Phone { get; init; }
    public string? Duties { get; init; }

    /// <summary>Answers of the unit need a head's approval; once the unit stands, the desk decides.</summary>
    public bool Approved { get; init; }
}

/// <summary>calendar.yaml.</summary>
public sealed record CalendarFile
{
    public List<OpeningSpan> Hours { get; init; } = [];
    public List<CalendarRow> Days { get; init; } = [];
}

/// <summary>A day of calendar.yaml.</summary>
public sealed record CalendarRow
{
    public DateOnly Date { get; init; }
    public CalendarDayKind Kind { get; init; }
    public string Name { get; init; } = "";
    public string? Source { get; init; } = "";
    public bool Confirmed { get; init; }

    /// <summary>The part that is worked, on a short day.</summary>
    public TimeOnly? From { get; init; }
    public TimeOnly? To { get; init; }
}

/// <summary>A row of reminders.yaml: who is told at which step; * means every unit.</summary>
public sealed record ReminderRow
{
    public string Unit { get; init; } = ReminderRule.AnyUnit;
    public ClockKind? Clock { get; init; }
    public int Step { get; init; }
    public List<string> Tell { get; init; } = [];

    public IEnumerable<ReminderRule> AsRules() => Tell.Select(post => new ReminderRule { UnitCode = Unit, Clock = Clock, Step = Step, Post = post });
}

/// <summary>A row of retention.yaml: how long cases of a kind keep their words, and by what.</summary>
public sealed record RetentionRow
{
    public FeedbackKind Kind { get; init; }
    public int Months { get; init; }
    public string Basis { get; init; } = "";
}

/// <summary>A row of pins.yaml: what is shown first for these words.</summary>
public sealed record PinRow
{
    public List<string> Asks { get; init; } = [];

    /// <summary>The item by its type and key: guide/nop-ho-so.</summary>
    public string Item { get; init; } = "";

    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A row of routing.yaml; * means any.</summary>
public sealed record RoutingRow
{
    public string Kind { get; init; } = "*";
    public string Field { get; init; } = "*";
    public string Place { get; init; } = "";
    public string Tag { get; init; } = "";
    public string Unit { get; init; } = "";
    public List<string> Supporting { get; init; } = [];
    public string? Note { get; init; } = "";

    public RoutingRule AsRule(int order) => new()
    {
        Order = order,
        Kind = Kind == "*" ? null : Enum.Parse<FeedbackKind>(Kind),
        Field = Field == "*" ? null : Enum.Parse<FeedbackField>(Field),
        Place = Place,
        Tag = Tag,
        UnitCode = Unit,
        Supporting = string.Join(' ', Supporting),
        Note = Note ?? "",
    };
}

/// <summary>A row of mail.yaml.</summary>
public sealed record MailRow
{
    public string Key { get; init; } = "";
    public string Culture { get; init; } = "vi";
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
}

/// <summary>A row of media/media.yaml.</summary>
public sealed record MediaRow
{
    public string File { get; init; } = "";
    public string Alt { get; init; } = "";
    public string? AltEn { get; init; } = "";
    public string? Caption { get; init; } = "";
    public string? Credit { get; init; } = "";
    public bool Illustration { get; init; }
    public string Title { get; init; } = "";
    public string Folder { get; init; } = MediaFile.CommonFolder;

    /// <summary>Words to find it by.</summary>
    public List<string> Tags { get; init; } = [];

    public string RightsHolder { get; init; } = "";
    public string Licence { get; init; } = "";
    public Consent Consent { get; init; } = Consent.NobodyShown;
    public string ConsentNote { get; init; } = "";
    public DateOnly? ConsentUntil { get; init; }
    public DateOnly? Expires { get; init; }
    public int FocusX { get; init; } = 500;
    public int FocusY { get; init; } = 500;
}

/// <summary>What the front matter of every content file may say.</summary>
public sealed record SeedHead
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string? Slug { get; init; }
    public List<string> Topics { get; init; } = [];
    public string? Unit { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateOnly? Checked { get; init; }

    /// <summary>Months between two looks at it, where the page has a rhythm of its own.</summary>
    public int? CheckEvery { get; init; }

    /// <summary>Addresses it had before; they lead to it.</summary>
    public List<string> Formerly { get; init; } = [];

    /// <summary>When and how readers lose it, or lost it.</summary>
    public SeedEnd? Ended { get; init; }
}

/// <summary>The end of a page: its hour, what stands at its address afterwards, and why.</summary>
public sealed record SeedEnd
{
    public DateTimeOffset At { get; init; }
    public Retirement How { get; init; }
    public string Why { get; init; } = "";
    public string? MovedTo { get; init; }

    public static SeedEnd? Of(Edition edition) => (edition.WithdrawnAt ?? edition.WithdrawAt) is not { } at ? null
        : new() { At = at, How = edition.Retirement ?? Retirement.Gone, Why = edition.WithdrawReason ?? "", MovedTo = edition.MovedTo };

    /// <summary>Ends a page that was just published from a file, now or at its hour.</summary>
    public void Put(Edition edition, DateTimeOffset now)
    {
        var withdrawal = new Withdrawal(How, Why, MovedTo);
        if (At > now)
        {
            edition.PlanWithdrawal(withdrawal, At, now);
        }
        else
        {
            edition.Withdraw(withdrawal, At);
        }
    }
}

/// <summary>One line of search-words.yaml: phrases of one meaning, or phrases that only ask.</summary>
internal sealed record SearchWordsRow
{
    public List<string>? Same { get; init; }
    public List<string>? Asks { get; init; }
}

/// <summary>One line of answers.yaml: words an answer may start from.</summary>
public sealed record AnswerTemplateRow
{
    public string Name { get; init; } = "";
    public string? Unit { get; init; }
    public FeedbackField? Field { get; init; }
    public string Checked { get; init; } = "";
    public string Conclusion { get; init; } = "";
    public string NextStep { get; init; } = "";
    public string Contact { get; init; } = "";
    public bool Off { get; init; }
}
