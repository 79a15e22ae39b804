using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Retention;

/// <summary>Says what is past its time, and purges what two people agreed on; never a held case, never one about the person who decides.</summary>
public sealed class Purging(PortalDb db, FileStore files, TimeProvider clock)
{
    // What figures are counted from stays without its words; every other table that hangs on a case goes with it, also one added later.
    private static readonly Type[] Kept =
        [typeof(CaseEvent), typeof(CaseClock), typeof(Extension), typeof(ReopenRequest), typeof(SatisfactionRating), typeof(SupportingUnit), typeof(CaseAbout), typeof(CaseBar), typeof(DataRequest), typeof(PublicAnswer)];

    /// <summary>Of these cases those past their time, oldest first; held ones are among them.</summary>
    public async Task<IReadOnlyList<DueCase>> Due(IQueryable<Feedback> cases, CancellationToken stop)
    {
        var (due, now) = (new List<DueCase>(), clock.GetUtcNow());
        foreach (var rule in await db.RetentionRules.AsNoTracking().ToListAsync(stop))
        {
            due.AddRange(await cases.AsNoTracking().PastTime(rule, now, db).Select(f => new DueCase(f.Id, f.ReferenceCode, f.Kind, f.UnitId, f.State, f.ChangedAt, f.HeldAt != null, f.Attachments.Count)).ToListAsync(stop));
        }
        return [.. due.OrderBy(one => one.ClosedAt).ThenBy(one => one.Id)];
    }

    public static IQueryable<Feedback> MayApprove(IQueryable<Feedback> cases, Actor actor)
    {
        if (actor.UnitsFor(Deed.ApprovePurge) is not { } units)
        {
            return cases.NotAbout(actor);
        }
        var ids = units.Select(id => (Guid?)id).ToList();
        return cases.Where(f => ids.Contains(f.UnitId)).NotAbout(actor);
    }

    /// <summary>Carries a proposal out: each case by itself, what meanwhile was held, opened or is not this person's to decide is left alone. The last step is the proof.</summary>
    public async Task CarryOut(CasePurge purge, Actor actor, CancellationToken stop)
    {
        var (proposer, by, wanted) = (purge.ProposedBy, actor.PersonId, purge.Cases.ToHashSet());
        if (proposer == by)
        {
            throw new InvalidOperationException("Who proposed a purge does not carry it out.");
        }
        var due = (await Due(MayApprove(db.Feedback, actor), stop)).Where(one => !one.IsHeld && wanted.Contains(one.Id)).Select(one => one.Id).Order().ToList();
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, gone) = (0, 0);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            if (await Purge(id, proposer, by, stop) is { } traces)
            {
                print.AppendData(traces.Print);
                traces.StoreKeys.ForEach(key => files.Delete(key));
                (count, gone) = (count + 1, gone + traces.StoreKeys.Count);
            }
        }
        db.ChangeTracker.Clear();
        db.CasePurges.Attach(purge);
        purge.Done(count, gone, print.GetHashAndReset(), by, clock.GetUtcNow());
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = by, What = "cases-purged", Subject = purge.Id.ToString("n"), Detail = $"{count}" });
        await db.SaveChangesAsync(stop);
    }

    private async Task<Traces?> Purge(Guid id, Guid proposer, Guid by, CancellationToken stop)
    {
        await using var once = await db.Database.BeginTransactionAsync(stop);
        var feedback = await db.Feedback.SingleAsync(one => one.Id == id, stop);
        if (feedback is not { IsOpen: false, HeldAt: null, PurgedAt: null })
        {
            return null;
        }
        var end = await db.CaseEvents.AsNoTracking().Where(one => one.FeedbackId == id && one.Number != null).OrderByDescending(one => one.Number).FirstOrDefaultAsync(stop);
        var keys = await StoreKeys(id, stop);
        var traces = new Traces(SHA256.HashData(Encoding.UTF8.GetBytes($"{id:n}\n{end?.Number ?? 0}\n{end?.Hash}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(feedback.Message)))}")), keys);
        feedback.Purge(PurgeProof.Words(end?.Number ?? 0, end?.Hash ?? "", keys.Count), proposer, by, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;   // somebody held it, or worked on it, this moment
        }
        await EmptyTables(feedback, end?.Number ?? 0, stop);
        await once.CommitAsync(stop);
        return traces;
    }

    private async Task<List<string>> StoreKeys(Guid id, CancellationToken stop)
    {
        var keys = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.FindProperty("FeedbackId") is not null && entity.FindProperty("StoreKey") is not null).Select(entity => entity.GetTableName()!).ToList())
        {
#pragma warning disable EF1002 // the name is the model's own
            keys.AddRange(await db.Database.SqlQueryRaw<string>($"SELECT \"StoreKey\" AS \"Value\" FROM \"{table}\" WHERE \"FeedbackId\" = {{0}}", id).ToListAsync(stop));
#pragma warning restore EF1002
        }
        return keys;
    }

    private async Task EmptyTables(Feedback feedback, int lastEvent, CancellationToken stop)
    {
        var id = feedback.Id;
        await db.CaseEvents.Where(one => one.FeedbackId == id && (one.Number == null || one.Number <= lastEvent)).ExecuteDeleteAsync(stop);
        await db.Extensions.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, "").SetProperty(one => one.Note, ""), stop);
        await db.ReopenRequests.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), stop);
        await db.SatisfactionRatings.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), stop);
        await db.SupportingUnits.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Question, "").SetProperty(one => one.Contribution, ""), stop);
        await db.CaseAbouts.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, ""), stop);
        await db.DataRequests.Where(one => one.FeedbackId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Words, "").SetProperty(one => one.Note, ""), stop);
        // What was published was covered before, with the sender's consent; what was not goes.
        await db.PublicAnswers.Where(one => one.FeedbackId == id && one.State != PublicAnswerState.Published).ExecuteDeleteAsync(stop);
        await db.Set<Merging.CaseLink>().Where(link => link.OtherId == id).ExecuteDeleteAsync(stop);
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.FindProperty("FeedbackId") is not null && !Kept.Contains(entity.ClrType)).Select(entity => entity.GetTableName()!).Distinct().ToList())
        {
#pragma warning disable EF1002 // the name is the model's own
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"FeedbackId\" = {{0}}", [id], stop);
#pragma warning restore EF1002
        }
    }

    private sealed record Traces(byte[] Print, List<string> StoreKeys);
}

/// <summary>A case past its time, as the list shows it: nothing of its words.</summary>
public sealed record DueCase(Guid Id, string Code, FeedbackKind Kind, Guid? UnitId, FeedbackState State, DateTimeOffset ClosedAt, bool IsHeld, int Files);
