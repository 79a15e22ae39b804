using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>How long sealed cases are kept: what is due is shown first, what is held stays, what is purged leaves a proof and no key.</summary>
public sealed class SealedRetention(SealedDb db, SealedStore store, SealedVault vault, SealedLog log, SealedSettings settings, TimeProvider clock)
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

    /// <summary>Purges those of these that are due and not held: rows, files, letters and the key without which a backup's copy opens no more. Null when nothing was left to purge.</summary>
    public async Task<SealedPurge?> Purge(Guid siteId, IReadOnlyCollection<Guid> chosen, string why, SealedReader reader, CancellationToken stop)
    {
        var may = (await Due(siteId, reader, stop)).Where(kept => kept.HeldAt is null && chosen.Contains(kept.Id)).Select(kept => kept.Id).ToList();
        var gone = await db.Cases.Include(c => c.Files).Include(c => c.Notes).AsSplitQuery().Where(c => may.Contains(c.Id) && c.HeldAt == null).OrderBy(c => c.Id).ToListAsync(stop);
        if (gone.Count == 0)
        {
            return null;
        }
        var proof = new SealedPurge { SiteId = siteId, At = clock.GetUtcNow(), PersonId = reader.PersonId, Count = gone.Count, Why = why, Print = PrintOf(gone) };
        db.Purges.Add(proof);
        db.Accesses.RemoveRange(await db.Accesses.Where(access => may.Contains(access.CaseId)).ToListAsync(stop));   // kept as long as the case
        db.Cases.RemoveRange(gone);
        await db.SaveChangesAsync(stop);
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
            foreach (var box in new[] { kept.Id.ToByteArray(bigEndian: true), kept.Box }.Concat(kept.Files.OrderBy(file => file.Id).Select(file => file.Box)).Concat(kept.Notes.OrderBy(note => note.Id).Select(note => note.Box)))
            {
                print.AppendData(SHA256.HashData(box));
            }
        }
        return print.GetHashAndReset();
    }
}
