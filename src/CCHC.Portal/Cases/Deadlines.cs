using CCHC.Portal.Sites;

namespace CCHC.Portal.Cases;

/// <summary>Says by which day an answer is promised.</summary>
public sealed class Deadlines(CasesSettings settings)
{
    private const int SoonDays = 2, LongestPause = 366;

    /// <summary>The due day, in the site's working calendar; null for what needs no answer by a date (glossary §1).</summary>
    public DateOnly? For(SiteMap site, FeedbackKind kind, DateTimeOffset receivedAt) => kind switch
    {
        FeedbackKind.Idea or FeedbackKind.Praise => null,
        _ => site.Calendar.Due(receivedAt, TermsOf(site).For(kind)),
    };

    /// <summary>What the site's cases are measured by.</summary>
    public Terms TermsOf(SiteMap site) => new(site.Calendar, settings.ClassifyWithin, settings.AcceptWithin, settings.AnswerWithin, settings.ContributeWithin, settings.GuideWithin);

    /// <summary>The last day of what counts as soon: two working days from today.</summary>
    public static DateOnly SoonUntil(SiteMap site, DateOnly today) =>
        Enumerable.Range(1, LongestPause).Select(today.AddDays).First(day => site.Calendar.WorkingDaysLeft(today, day) >= SoonDays);
}
