using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

/// <summary>How many working days each step of a case may take, and the calendar they are counted in.</summary>
public sealed record Terms(WorkingCalendar Calendar, int Classify, int Accept, int Answer, int Contribute = 5, int Guide = 7)
{
    /// <summary>Until the sender hears from us: who complains is guided, not answered; the complaint itself goes by its own law.</summary>
    public int For(FeedbackKind kind) => kind == FeedbackKind.AdministrativeComplaint ? Guide : Answer;
}
