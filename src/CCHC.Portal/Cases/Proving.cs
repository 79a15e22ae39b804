using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Keeps the day's proof: the last comparison of all running promises with the calendar.</summary>
public sealed class Proving(PortalDb db, Recounting recounting, TimeProvider clock)
{
    public async Task<ClockProof> Prove(SiteMap site, CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var (count, drifts) = await recounting.Compare(site.Calendar, stop);
        var proof = await db.ClockProofs.SingleOrDefaultAsync(proof => proof.Day == today, stop);
        if (proof is null)
        {
            db.ClockProofs.Add(proof = new ClockProof { Day = today });
        }
        proof.Found(count, drifts, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return proof;
    }
}
