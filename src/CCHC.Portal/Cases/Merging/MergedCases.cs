using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Merging;

/// <summary>Merges cases of one matter, and carries what is done to the lead over to every other sender.</summary>
public sealed class MergedCases(PortalDb db, CaseMails mails, Deadlines deadlines)
{
    // What every sender of the matter must learn. A question goes to the lead's sender only.
    private static readonly CaseEventKind[] Carried =
        [CaseEventKind.Answered, CaseEventKind.Declined, CaseEventKind.HandedOver, CaseEventKind.CameBack, CaseEventKind.Assigned, CaseEventKind.Extended, CaseEventKind.IdeaAccepted, CaseEventKind.IdeaDeclined];

    /// <summary>Merges them into the one whose answer is promised first, so that no promise is made longer; says which leads.</summary>
    public async Task<Feedback> Merge(SiteMap site, IReadOnlyList<Feedback> cases, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        var lead = Lead(cases);
        var others = cases.Where(one => one.Id != lead.Id).ToList();
        var ids = others.ConvertAll(one => (Guid?)one.Id);
        foreach (var follower in await db.Feedback.Where(one => ids.Contains(one.MergedIntoId)).ToListAsync(stop))
        {
            follower.LeadBy(lead);
        }
        others.ForEach(one => one.MergeInto(lead, by, now, deadlines.TermsOf(site)));
        return lead;
    }

    public static Feedback Lead(IEnumerable<Feedback> cases) => cases.OrderBy(one => one.DueAt is null).ThenBy(one => one.DueAt).ThenBy(one => one.ReceivedAt).First();

    /// <summary>Before the save: what was just done to a lead is done to those merged into it, and each sender who wants mail gets one.</summary>
    public async Task Carry(SiteMap site, CancellationToken stop)
    {
        var news = db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added && entry.Entity.IsPublic && Carried.Contains(entry.Entity.Kind)).Select(entry => entry.Entity).ToList();
        var leads = news.Select(happened => (Guid?)happened.FeedbackId).Distinct().ToList();
        if (leads.Count == 0)
        {
            return;
        }
        foreach (var follower in await db.Feedback.Include(one => one.Bars).Where(one => leads.Contains(one.MergedIntoId)).ToListAsync(stop))
        {
            var lead = await db.Feedback.SingleAsync(one => one.Id == follower.MergedIntoId, stop);
            foreach (var happened in news.Where(happened => happened.FeedbackId == lead.Id))
            {
                if (follower.Follow(lead, happened, deadlines.TermsOf(site)))
                {
                    await Tell(site, follower, happened.Kind, stop);
                }
            }
        }
    }

    /// <summary>The lead was taken back by its sender: the one promised first of the others leads from now on, so that none of them is forgotten.</summary>
    public async Task Release(SiteMap site, Feedback gone, DateTimeOffset now, CancellationToken stop)
    {
        var others = await db.Feedback.Where(one => one.MergedIntoId == gone.Id).ToListAsync(stop);
        if (others.Where(one => one.IsOpen).ToList() is not { Count: > 0 } open)
        {
            return;
        }
        var lead = Lead(open);
        lead.TakeLead(now, deadlines.TermsOf(site));
        others.Where(one => one.Id != lead.Id).ToList().ForEach(one => one.LeadBy(lead));
    }

    private Task Tell(SiteMap site, Feedback follower, CaseEventKind what, CancellationToken stop) => what switch
    {
        CaseEventKind.Answered or CaseEventKind.IdeaAccepted or CaseEventKind.IdeaDeclined => mails.Answered(site, follower, stop),
        CaseEventKind.Assigned => mails.Forwarded(site, follower, stop),
        CaseEventKind.Declined => mails.Declined(site, follower, stop),
        CaseEventKind.HandedOver => mails.HandedOver(site, follower, stop),
        CaseEventKind.Extended => mails.Extended(site, follower, stop),
        _ => Task.CompletedTask,
    };
}
