using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>How long sealed cases are kept: what is due is shown first, what is held stays, what is purged leaves a proof and no key.</summary>
public sealed class SealedRetention(SealedDb db, SealedStore store, SealedVault vault, SealedLog log, SealedHeads heads, SealedSettings settings, TimeProvider clock)
{
    /// <summary>Received before this moment may be purged.</summary>
    public DateTimeOffset Before => clock.GetUtcNow().AddYears(-settings.KeepYears);

    /// <summary>Those whose time has come, held ones too, as far as this reader may know of them.</summary>
    public async Task<List<SealedCase>> Due(Guid siteId, SealedReader reader, CancellationToken stop)
    {
        var before = Before;
        return (await db.Cases.AsNoTracking().Where(c => c.SiteId == siteId && c.ReceivedAt < before).OrderBy(c => c.ReceivedAt).ToListAsync(stop)).FindAll(kept => reader.MayRead(store.About(kept)));
    }

    /// <summary>Keeps one beyond its time, with the reason under its own key.</summary>
    public async Task Hold(SealedCase kept, string why, Guid reader, CancellationToken stop)
    {
        (kept.HeldAt, kept.HeldBy, kept.HoldBox) = (clock.GetUtcNow(), reader, vault.For(kept).Lock(why, SealedCase.HoldPurpose));
        await log.Write(kept.Id, reader, "giữ lại, không xóa", stop);
    }

    public async Task Release(SealedCase kept, Guid reader, CancellationToken stop)
    {
        (kept.HeldAt, kept.HeldBy, kept.HoldBox) = (null, null, []);
        await log.Write(kept.Id, reader, "thôi giữ lại", stop);
    }

    /// <summary>One reader wishes to purge; another must wish it too. Null when nothing of it may go.</summary>
    public async Task<SealedPurgeProposal?> Propose(Guid siteId, IReadOnlyCollection<Guid> chosen, string why, SealedReader reader, CancellationToken stop)
    {
        var may = (await Due(siteId, reader, stop)).Where(kept => kept.HeldAt is null && chosen.Contains(kept.Id)).Select(kept => kept.Id).ToList();
        if (may.Count == 0)
        {
            return null;
        }
        var proposal = new SealedPurgeProposal { SiteId = siteId, At = clock.GetUtcNow(), PersonId = reader.PersonId, Why = why, Cases = string.Join(' ', may.Select(id => id.ToString("n"))) };
        db.PurgeProposals.Add(proposal);
        await db.SaveChangesAsync(stop);
        return proposal;
    }

    /// <summary>What was proposed and still stands, as far as this reader may know of the cases.</summary>
    public async Task<List<SealedPurgeProposal>> Proposals(Guid siteId, SealedReader reader, CancellationToken stop)
    {
        var (since, mine) = (clock.GetUtcNow() - SealedPurgeProposal.Stands, (await Due(siteId, reader, stop)).Select(kept => kept.Id).ToHashSet());
        return (await db.PurgeProposals.AsNoTracking().Where(proposal => proposal.SiteId == siteId && proposal.At > since).OrderBy(proposal => proposal.At).ToListAsync(stop))
            .FindAll(proposal => proposal.Chosen.Any(mine.Contains));
    }

    /// <summary>The second reader says so too, and it is done. Null when it is their own wish, lapsed, or nothing is left of it.</summary>
    public async Task<SealedPurge?> Confirm(Guid siteId, Guid proposalId, SealedReader reader, CancellationToken stop) =>
        (await Proposals(siteId, reader, stop)).Find(one => one.Id == proposalId) is { } proposal && proposal.PersonId != reader.PersonId ? await Purge(siteId, proposal, reader, stop) : null;

    /// <summary>Not so: the wish is taken off the list, by whoever has it before them.</summary>
    public async Task Drop(Guid siteId, Guid proposalId, SealedReader reader, CancellationToken stop)
    {
        if ((await Proposals(siteId, reader, stop)).Exists(one => one.Id == proposalId))
        {
            await db.PurgeProposals.Where(one => one.Id == proposalId).ExecuteDeleteAsync(stop);
        }
    }

    /// <summary>Purges those of these that are due and not held: rows, files, letters and the key without which a backup's copy opens no more. Null when nothing was left to purge.</summary>
    private async Task<SealedPurge?> Purge(Guid siteId, SealedPurgeProposal proposal, SealedReader reader, CancellationToken stop)
    {
        var chosen = proposal.Chosen;
        var may = (await Due(siteId, reader, stop)).Where(kept => kept.HeldAt is null && chosen.Contains(kept.Id)).Select(kept => kept.Id).ToList();
        var gone = await db.Cases.Include(c => c.Files).Include(c => c.Notes).AsSplitQuery().Where(c => may.Contains(c.Id) && c.HeldAt == null).OrderBy(c => c.Id).ToListAsync(stop);
        if (gone.Count == 0)
        {
            return null;
        }
        var proof = new SealedPurge { SiteId = siteId, At = clock.GetUtcNow(), PersonId = reader.PersonId, ProposedBy = proposal.PersonId, Count = gone.Count, Why = proposal.Why, Print = PrintOf(gone) };
        db.Purges.Add(proof);
        db.Accesses.RemoveRange(await db.Accesses.Where(access => may.Contains(access.CaseId)).ToListAsync(stop));   // kept as long as the case
        db.Cases.RemoveRange(gone);
        db.PurgeProposals.Remove(await db.PurgeProposals.SingleAsync(one => one.Id == proposal.Id, stop));
        await db.SaveChangesAsync(stop);
        may.ForEach(heads.Forget);
        return proof;
    }

    public Task<List<SealedPurge>> Proofs(Guid siteId, CancellationToken stop) =>
        db.Purges.AsNoTracking().Where(purge => purge.SiteId == siteId).OrderByDescending(purge => purge.At).ToListAsync(stop);

    /// <summary>The fingerprint of what was locked away: whoever kept a copy can show that it was this.</summary>
    public static byte[] PrintOf(IEnumerable<SealedCase> cases)
    {
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kept in cases)
        {
            foreach (var box in new[] { kept.Id.ToByteArray(bigEndian: true), kept.Box, kept.IdentityBox }.Where(box => box.Length > 0).Concat(kept.Files.OrderBy(file => file.Id).Select(file => file.Box)).Concat(kept.Notes.OrderBy(note => note.Id).Select(note => note.Box)))
            {
                print.AppendData(SHA256.HashData(box));
            }
        }
        return print.GetHashAndReset();
    }
}
