using CCHC.Portal.Cases.Answers;

namespace CCHC.Portal.Cases;

/// <summary>Many senders, one matter: a case merged into another keeps its code, its sender and its promise, and follows the other's way.</summary>
public sealed partial class Feedback
{
    /// <summary>From now on the lead is worked on for both. The sender reads that there are others of the same matter, never who.</summary>
    public void MergeInto(Feedback lead, Guid by, DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        MustLead();
        Must(lead is { IsOpen: true, MergedIntoId: null } && lead.Id != Id, "is merged only into an open case that leads");
        Must(!IsBarred && !lead.IsBarred, "is not merged while either is about somebody who must not read it");
        Happened(CaseEventKind.Merged, now, isPublic: true, by: by, fromUnit: UnitId, toUnit: lead.UnitId);
        MergedIntoId = lead.Id;
        (UnitId, OfficerId) = (lead.UnitId, lead.OfficerId);
        Clocks.Stop(now, ClockKind.Classify, ClockKind.Accept);
        Resume(now, terms.Calendar);   // what was asked of this sender is the lead's to ask
        State = lead.UnitId is null ? FeedbackState.InTriage : FeedbackState.Assigned;
    }

    /// <summary>The lead joins yet another: those merged into it go along.</summary>
    public void LeadBy(Feedback lead) => (MergedIntoId, UnitId, OfficerId) = (lead.Id, lead.UnitId, lead.OfficerId);

    /// <summary>Not the same matter after all: worked on by itself again, by the unit that has it.</summary>
    public void Unmerge(string reason, Guid by, DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        Must(MergedIntoId is not null, "is not merged");
        MergedIntoId = null;
        OfficerId = null;
        StartClock(UnitId is null ? ClockKind.Classify : ClockKind.Accept, now, UnitId is null ? terms.Classify : terms.Accept, terms.Calendar);
        Happened(CaseEventKind.Unmerged, now, isPublic: true, reason, by, fromUnit: UnitId);
    }

    /// <summary>Notes that another case has to do with this one; both stay as they are. Which one says the link, not the history: that cannot be unwritten should the other go under seal.</summary>
    public void Link(Guid by, DateTimeOffset now) => Happened(CaseEventKind.Linked, now, isPublic: false, by: by, fromUnit: UnitId);

    /// <summary>What became of the lead becomes of this case too: its sender reads the same, without the lead's sender or code.</summary>
    public bool Follow(Feedback lead, CaseEvent news, Terms terms)
    {
        if (!IsOpen && !(State == FeedbackState.Forwarded && news.Kind == CaseEventKind.CameBack))
        {
            return false;
        }
        var (text, by, at, merged) = (news.Text.Replace(lead.ReferenceCode, ReferenceCode, StringComparison.Ordinal), news.PersonId ?? Guid.Empty, news.At, MergedIntoId);
        MergedIntoId = null;
        switch (news.Kind)
        {
            case CaseEventKind.Answered:
                Answer(AnswerLetter.ToOthers(text), by, at, terms.Calendar);
                break;
            case CaseEventKind.IdeaAccepted or CaseEventKind.IdeaDeclined when Kind == FeedbackKind.Idea && UnitId is not null:
                DecideIdea(news.Kind == CaseEventKind.IdeaAccepted, text, by, at, terms.Calendar);
                break;
            case CaseEventKind.IdeaAccepted or CaseEventKind.IdeaDeclined:
                Answer(text, by, at, terms.Calendar);   // sent as something else: to its sender it is the answer
                break;
            case CaseEventKind.Declined:
                Decline(text, by, at, terms.Calendar);
                break;
            case CaseEventKind.HandedOver:
                HandOver(news.ToUnitId!.Value, text, by, at, terms.Calendar);
                break;
            case CaseEventKind.CameBack:
                ComeBack(text, by, at, terms);
                break;
            case CaseEventKind.Assigned:
                Forward(news.ToUnitId!.Value, text, by, at, terms);
                break;
            case CaseEventKind.Extended when Clocks.Promise() is { IsRunning: true } && !IsMissed(at) && lead.Clocks.Promise() is { } promise:
                ExtendDeadline(Math.Max(1, promise.Days - Clocks.Promise()!.Days), text[(text.IndexOf("Lý do: ", StringComparison.Ordinal) + "Lý do: ".Length)..], by, at, terms.Calendar);
                break;
        }
        MergedIntoId = merged;
        return true;
    }

    /// <summary>The case it was merged into is gone: this one leads, and waits to be taken in hand.</summary>
    public void TakeLead(DateTimeOffset now, Terms terms)
    {
        MustBeOpen();
        MergedIntoId = null;
        StartClock(UnitId is null ? ClockKind.Classify : ClockKind.Accept, now, UnitId is null ? terms.Classify : terms.Accept, terms.Calendar);
        Happened(CaseEventKind.Unmerged, now, isPublic: false, "Vụ dẫn việc đã được người gửi rút; vụ này dẫn thay.", fromUnit: UnitId);
    }

    private void MustLead() => Must(MergedIntoId is null, "is merged into another: what is done is done there");
}
