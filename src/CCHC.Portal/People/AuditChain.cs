using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.People;

/// <summary>One site's record of deeds as a chain: entries are put into it soon after they were saved, so that no request waits for another, and the whole is compared with itself and with where it is known to end.</summary>
public sealed class AuditChain(PortalDb db, Vault vault, AuditHeads heads)
{
    private const string Beginning = "", Purpose = "audit-chain";
    private const int AtOnce = 500;

    /// <summary>Puts every entry that is not in the chain yet behind the last one.</summary>
    public async Task GoOn(CancellationToken stop)
    {
        var key = vault.KeyFor(Purpose);
        while (await db.AuditEntries.Where(entry => entry.Number == null).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(AtOnce).ToListAsync(stop) is { Count: > 0 } loose)
        {
            var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.Number != null).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(stop);
            var (number, hash) = (last?.Number ?? 0, last?.Hash ?? Beginning);
            foreach (var entry in loose)
            {
                entry.Chain(number, hash, key);
                (number, hash) = (entry.Number!.Value, entry.Hash!);
            }
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return;   // another node does the same at this moment
            }
            heads.Keep(db.SiteId, number, hash);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>How many entries stand in the chain, and the first fault in words; null when there is none.</summary>
    public async Task<(long Count, string? Fault)> Prove(CancellationToken stop)
    {
        // Read before the database: what is added meanwhile is only more than is known here.
        var (known, key) = (heads.Of(db.SiteId), vault.KeyFor(Purpose));
        var (number, hash) = (0L, Beginning);
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Number != null).OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            number++;
            if (entry.Number != number)
            {
                return (number, $"Thiếu dòng số {number}.");
            }
            if (!entry.Follows(hash, key))
            {
                return (number, $"Dòng số {number} đã bị sửa, hoặc không nối tiếp dòng trước nó.");
            }
            hash = entry.Hash!;
            if (known is { } end && end.Number == number && end.Hash != hash)
            {
                return (number, $"Nhật ký đã bị viết lại: dòng số {number} không còn như khi được ghi.");
            }
        }
        return (number, known?.Number > number ? $"Thiếu dòng ở cuối: từng có {known.Value.Number}, nay còn {number}." : null);
    }
}
