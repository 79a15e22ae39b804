using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Says of a case under way whom it is about, and takes it out of their hands, together with every case that was merged into it.</summary>
public sealed class Accusing(PortalDb db, Conflicts conflicts, CaseMails mails, Deadlines deadlines)
{
    public const string Reason = "Chuyển cấp trên để bảo đảm khách quan.";

    /// <summary>An officer found it: it goes to the level above at once.</summary>
    public async Task Mark(SiteMap site, Feedback feedback, AboutWhom whom, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        await NoteOnAll(site, feedback, whom, AboutSource.Officer, by, now, stop);
        if (feedback is { IsOpen: true, UnitId: { } had } && feedback.IsBarredTo(had))
        {
            await MoveAway(site, feedback, Conflicts.Upper(site, feedback)?.Id, by, now, stop);
        }
    }

    /// <summary>It was sent as something that accuses nobody and is now said to accuse: its words are searched for whom, as if it had come so.</summary>
    public async Task Reconsider(SiteMap site, Feedback feedback, FeedbackKind was, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        if (Conflicts.Accuses(was) || !Conflicts.Accuses(feedback.Kind) || feedback.Abouts.Count > 0)
        {
            return;
        }
        foreach (var whom in AboutSuggestion.In(feedback.Message, site))
        {
            await NoteOnAll(site, feedback, whom, AboutSource.Text, null, now, stop);
        }
        if (feedback is { IsOpen: true, UnitId: { } had } && feedback.IsBarredTo(had))
        {
            await MoveAway(site, feedback, (await conflicts.Instead(site, feedback, site.UnitById(had), stop))?.Id, by, now, stop);
        }
    }

    /// <summary>It is not about them after all, nor is any case merged into it.</summary>
    public async Task Lift(Feedback feedback, CaseAbout about, string reason, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        feedback.IsNotAbout(about.Id, reason, by, now);
        foreach (var follower in await Followers(feedback, stop))
        {
            if (follower.Abouts.Find(one => one.Stands && (one.UnitId, one.Post, one.Name) == (about.UnitId, about.Post, about.Name)) is { } same)
            {
                follower.IsNotAbout(same.Id, reason, by, now);
            }
        }
    }

    private async Task NoteOnAll(SiteMap site, Feedback feedback, AboutWhom whom, AboutSource source, Guid? by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var one in (await Followers(feedback, stop)).Prepend(feedback))
        {
            await conflicts.Note(site, one, whom, source, by, now, stop);
        }
    }

    // To a unit: those merged into it follow when the lead is saved. Back to the intake officers: nothing is told to senders, so it is done to each here.
    private async Task MoveAway(SiteMap site, Feedback feedback, Guid? to, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        feedback.MoveAway(to, Reason, by, now, deadlines.TermsOf(site));
        if (to is not null)
        {
            await mails.Forwarded(site, feedback, stop);
            return;
        }
        foreach (var follower in (await Followers(feedback, stop)).Where(one => one.IsOpen))
        {
            follower.MoveAway(null, Reason, by, now, deadlines.TermsOf(site));
        }
    }

    private Task<List<Feedback>> Followers(Feedback feedback, CancellationToken stop) =>
        db.Feedback.Include(one => one.Abouts).Include(one => one.Bars).AsSplitQuery().Where(one => one.MergedIntoId == feedback.Id).ToListAsync(stop);
}
