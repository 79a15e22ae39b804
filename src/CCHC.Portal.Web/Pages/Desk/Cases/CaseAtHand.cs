using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The case a page is about, as far as the person at the desk may see and handle it.</summary>
public sealed class CaseAtHand(PortalDb db, Visit visit, MergedCases merged, TimeProvider clock)
{
    public const int MostCharacters = 10_000;

    public SiteMap Site => visit.Site;

    public Guid Me => visit.Me.PersonId;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Null for who may not see it: to them it does not exist.</summary>
    public Task<Feedback?> ToRead(string code, CancellationToken stop) =>
        db.Feedback.VisibleTo(visit.Me).Include(feedback => feedback.Events).Include(feedback => feedback.Attachments)
            .Include(feedback => feedback.Abouts).Include(feedback => feedback.Bars).Include(feedback => feedback.Supporting).AsSplitQuery()
            .SingleOrDefaultAsync(feedback => feedback.ReferenceCode == code, stop);

    public async Task<Feedback?> ToHandle(string code, CancellationToken stop) =>
        await ToRead(code, stop) is { } feedback && MayHandle(feedback) ? feedback : null;

    public bool MayHandle(Feedback feedback) =>
        visit.Me.Can(feedback.UnitId is null ? Deed.TriageFeedback : Deed.HandleFeedback, new Subject(feedback.UnitId));

    /// <summary>After a change: whether it is still this person's to see.</summary>
    public bool MayStillRead(Feedback feedback) => !feedback.IsBarredTo(visit.Me)
        && (visit.Me.Can(Deed.ReadFeedback, new Subject(feedback.UnitId)) || feedback.Supporting.Exists(part => visit.Me.Can(Deed.ReadFeedback, new Subject(part.UnitId))));

    /// <summary>The part that this person's unit still owes the lead.</summary>
    public SupportingUnit? OwedBy(Feedback feedback) =>
        feedback.Supporting.Find(part => part.DoneAt is null && visit.Me.Can(Deed.HandleFeedback, new Subject(part.UnitId)) && IsOfUnit(part.UnitId));

    private bool IsOfUnit(Guid unit) => visit.Me.Memberships.Any(held => held.UnitId == unit);

    public bool IsOfMyUnit(Feedback feedback) => visit.Me.Memberships.Any(held => held.UnitId == feedback.UnitId);

    /// <summary>Refusing it, or taking it out of what is counted, is for the head or the intake officers.</summary>
    public bool MaySetAside(Feedback feedback) => MayHandle(feedback) && visit.Me.Can(Deed.SetAside, new Subject(feedback.UnitId));

    public bool MayReveal(Feedback feedback) =>
        (feedback.SubmitterBox ?? feedback.GivenBox) is not null && visit.Me.Can(Deed.RevealSubmitter, new Subject(feedback.UnitId)) && MayKnowSender(feedback);

    /// <summary>Whoever asked to stay unknown is known to the intake officers only, not even by half a name to anybody else.</summary>
    public bool MayKnowSender(Feedback feedback) => !feedback.IdentityWithheld || visit.Me.UnitsFor(Deed.RevealSubmitter) is null;

    /// <summary>Others are merged into it and read what is said to its sender.</summary>
    public Task<bool> IsShared(Feedback feedback, CancellationToken stop) => db.Feedback.AnyAsync(one => one.MergedIntoId == feedback.Id, stop);

    /// <summary>Words that may tell of somebody, and that are no number of ours.</summary>
    public IReadOnlyList<string> TellsIn(string text)
    {
        var own = Site.Units.Select(unit => unit.Phone).Append(Site.Profile.Phone).Append(Site.Profile.Email).Select(Bare).ToHashSet();
        return [.. PersonalData.In(text).Select(span => text.Substring(span.Start, span.Length)).Where(words => !own.Contains(Bare(words))).Distinct()];
    }

    private static string Bare(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Saves, after what was done to a lead was done to those merged into it.</summary>
    public async Task Save(CancellationToken stop)
    {
        await merged.Carry(visit.Site, stop);
        await db.SaveChangesAsync(stop);
    }

    public void Record(string what, Feedback feedback) =>
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = Me, What = what, Subject = feedback.ReferenceCode });

    /// <summary>What an officer typed, cleaned; with a problem when it is missing or too long.</summary>
    public static string Read(string? typed, string missing, List<Problem> problems)
    {
        var text = VietnameseText.Clean(typed);
        if (text == "")
        {
            problems.Add(new Problem("Text", missing));
        }
        else if (text.Length > MostCharacters)
        {
            problems.Add(new Problem("Text", "Nội dung dài quá 10.000 ký tự."));
        }
        return text;
    }
}
