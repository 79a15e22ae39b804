using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Chains the events of cases that are older than the chain; there are none after the first start.</summary>
public static class HistoryOfOlderCases
{
    private const int AtOnce = 200;

    /// <summary>Writes down where the histories end, at the first start, until all are written down.</summary>
    public static async Task KeepEnds(PortalDb db, CaseHeads heads, CancellationToken stop)
    {
        var all = db.CaseEvents;
        await foreach (var part in all.AsNoTracking().Where(one => one.Number == all.Where(other => other.FeedbackId == one.FeedbackId).Max(other => other.Number)).AsAsyncEnumerable().Chunk(AtOnce).WithCancellation(stop))
        {
            heads.Keep([.. part.Select(CaseHead.Of)]);
        }
    }

    public static async Task Chain(PortalDb db, CancellationToken stop)
    {
        while (await db.CaseEvents.Where(happened => happened.Number == null).Select(happened => happened.FeedbackId).Distinct().Take(AtOnce).ToListAsync(stop) is { Count: > 0 } cases)
        {
            var events = await db.CaseEvents.AsNoTracking().Where(happened => cases.Contains(happened.FeedbackId)).ToListAsync(stop);
            foreach (var ofCase in events.GroupBy(happened => happened.FeedbackId))
            {
                var end = ofCase.Where(happened => happened.Number is not null).MaxBy(happened => happened.Number);
                var loose = ofCase.Where(happened => happened.Number is null).ToList();
                CaseEvent.Chain(loose, end?.Number ?? 0, end?.Hash ?? HistoryLine.Beginning);
                foreach (var happened in loose)
                {
                    var (number, hash) = (happened.Number, happened.Hash);
                    await db.CaseEvents.Where(one => one.Id == happened.Id).ExecuteUpdateAsync(one => one.SetProperty(e => e.Number, number).SetProperty(e => e.Hash, hash), stop);
                }
            }
        }
    }
}
