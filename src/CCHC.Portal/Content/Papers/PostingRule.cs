using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;

namespace CCHC.Portal.Content.Papers;

/// <summary>By which day a signed document must stand on the portal: five working days (Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4).</summary>
public static class PostingRule
{
    public const int WorkingDays = 5;

    /// <summary>The day of signing is not counted.</summary>
    public static DateOnly Due(DateOnly signed, WorkingCalendar calendar) => calendar.After(signed, WorkingDays);

    /// <summary>The last day, when it has passed; null for what is in time or has no day or number yet.</summary>
    public static DateOnly? Missed(LegalDocument document, WorkingCalendar calendar, DateOnly today) =>
        document is { IssuedOn: { } signed, Number: not "" } && Due(signed, calendar) is var due && due < today ? due : null;
}
