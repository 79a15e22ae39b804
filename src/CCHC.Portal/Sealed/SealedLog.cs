using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>The record of who opened what: each line carries the fingerprint of the one before, so that a line taken out or changed shows.</summary>
public sealed class SealedLog(SealedDb db, SealedVault vault, SealedHeads heads, TimeProvider clock)
{
    private const string Purpose = "sealed-log";
    private const int Tries = 5;

    public async Task Write(Guid caseId, Guid person, string what, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = await db.Accesses.AsNoTracking().Where(access => access.CaseId == caseId).OrderByDescending(access => access.Number).FirstOrDefaultAsync(stop);
            var at = clock.GetUtcNow();
            at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));   // what both engines keep
            var line = new SealedAccess { CaseId = caseId, PersonId = person, At = at, What = what, Number = (last?.Number ?? 0) + 1 };
            var access = new SealedAccess { Id = line.Id, CaseId = caseId, PersonId = person, At = at, What = what, Number = line.Number, Print = PrintOf(line, last?.Print ?? []) };
            db.Accesses.Add(access);
            try
            {
                await db.SaveChangesAsync(stop);
                heads.Keep(access);
                return;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.Entry(access).State = EntityState.Detached;   // two readers at once: one of them is the next line
            }
        }
    }

    public Task<List<SealedAccess>> Of(Guid caseId, CancellationToken stop) =>
        db.Accesses.AsNoTracking().Where(access => access.CaseId == caseId).OrderByDescending(access => access.Number).ToListAsync(stop);

    /// <summary>Whether no line of a case's log was changed or taken out: those among the others break the chain, the last ones are missed by what is kept with the keys.</summary>
    public bool IsWhole(Guid caseId, IReadOnlyCollection<SealedAccess> accesses) => IsChained(accesses) && heads.Fits(caseId, accesses);

    private bool IsChained(IEnumerable<SealedAccess> accesses)
    {
        var (number, print) = (0, Array.Empty<byte>());
        foreach (var access in accesses.OrderBy(access => access.Number))
        {
            number++;
            var isOlderThanTheChain = access.Print.Length == 0 && print.Length == 0;
            if (access.Number != number || (!isOlderThanTheChain && !CryptographicOperations.FixedTimeEquals(access.Print, PrintOf(access, print))))
            {
                return false;
            }
            print = access.Print;
        }
        return true;
    }

    private byte[] PrintOf(SealedAccess access, byte[] before) => HMACSHA256.HashData(vault.Box.KeyFor(Purpose), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Convert.ToHexString(before)}|{access.CaseId:n}|{access.Number}|{access.PersonId:n}|{access.At.UtcTicks}|{access.What}")));
}
