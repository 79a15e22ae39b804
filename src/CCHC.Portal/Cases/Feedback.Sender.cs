using CCHC.Portal.Channels;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>What the sender does with a case of their own.</summary>
public sealed partial class Feedback
{
    // Said when it was sent, changed by the sender's own verbs only.
    private byte[]? submitterBox;
    private bool wantsMail, mayPublish;
    private TextWay? textBy;

    /// <summary>The submitter adds something; a case that waited for it goes on.</summary>
    public void Add(string information, DateTimeOffset now, WorkingCalendar calendar)
    {
        MustBeOpen();
        Happened(CaseEventKind.Added, now, isPublic: true, information);
        if (State == FeedbackState.Waiting)
        {
            Resume(now, calendar);
            State = FeedbackState.Assigned;
        }
    }

    /// <summary>The submitter says what was written wrongly; the first words stay beside it.</summary>
    public void Correct(string corrected, DateTimeOffset now)
    {
        MustBeOpen();
        Happened(CaseEventKind.Corrected, now, isPublic: true, corrected);
    }

    /// <summary>The submitter takes it back: nothing runs any more, nothing of it is published, its codes open nothing.</summary>
    public void Withdraw(string reason, DateTimeOffset now, WorkingCalendar calendar)
    {
        Must(IsOpen || State == FeedbackState.Forwarded, $"is {State}: there is nothing to take back");
        Happened(CaseEventKind.Withdrawn, now, isPublic: true, reason, fromUnit: UnitId);
        Close(FeedbackState.Withdrawn, now, calendar);
        mayPublish = false;
    }

    /// <summary>Not content with the answer: the case opens again with a promise of its own.</summary>
    public void AskAgain(string reason, Guid? toUnit, DateTimeOffset now, Terms terms)
    {
        Must(State == FeedbackState.Answered, $"is {State}: there is no answer to ask about again");
        if (toUnit is { } looks)
        {
            MustNotBeAbout(looks);
        }
        Happened(CaseEventKind.AskedAgain, now, isPublic: true, reason, fromUnit: UnitId, toUnit: toUnit);
        MergedIntoId = null;   // who is not content is heard by themselves
        OfficerId = UnitId == toUnit ? OfficerId : null;
        (UnitId, State, AnsweredAt) = (toUnit, toUnit is null ? FeedbackState.InTriage : FeedbackState.Assigned, null);
        StartClock(toUnit is null ? ClockKind.Classify : ClockKind.Accept, now, toUnit is null ? terms.Classify : terms.Accept, terms.Calendar);
        if (DueAt is not null)
        {
            StartClock(ClockKind.Answer, now, terms.For(Kind), terms.Calendar);
            FollowClocks();
        }
    }

    public void Rate(int score, string reason, DateTimeOffset now) =>
        Happened(CaseEventKind.Rated, now, isPublic: true, reason == "" ? $"{score}/5" : $"{score}/5. {reason}");

    /// <summary>Consent to publish, given or taken back at any time and apart from everything else (Luật 91/2025 Đ9, Đ12).</summary>
    public void Consent(bool given, DateTimeOffset now)
    {
        Must(State != FeedbackState.Withdrawn, "was taken back: nothing of it is published");
        if (mayPublish != given)
        {
            mayPublish = given;
            Happened(given ? CaseEventKind.ConsentGiven : CaseEventKind.ConsentRevoked, now, isPublic: true);
        }
    }

    /// <summary>By which ways the sender wants to hear that there is something new.</summary>
    public void NotifyBy(bool mail, TextWay? text, byte[]? newBox, DateTimeOffset now)
    {
        (wantsMail, textBy, submitterBox) = (mail, text, newBox ?? submitterBox);
        Happened(CaseEventKind.NoticesChosen, now, isPublic: true);
    }

    /// <summary>Name, address or number were written wrongly; an officer puts them right at the sender's wish.</summary>
    public void CorrectIdentity(byte[] newBox, Guid by, DateTimeOffset now)
    {
        submitterBox = newBox;
        Happened(CaseEventKind.IdentityCorrected, now, isPublic: true, by: by);
    }

    /// <summary>Who sent it is erased; what happened stays (Luật 91/2025 Đ16).</summary>
    public void EraseIdentity(Guid? by, DateTimeOffset now)
    {
        (submitterBox, givenBox, wantsMail, textBy) = (null, null, false, null);
        Happened(CaseEventKind.IdentityErased, now, isPublic: true, by: by);
    }
}
