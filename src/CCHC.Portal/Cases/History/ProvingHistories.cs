using System.Security.Cryptography;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.History;

/// <summary>Compares every history of a body with itself, with the portal's keys, and with where it is known to have ended.</summary>
public sealed class ProvingHistories(PortalDb db, Vault vault, CaseHeads heads)
{
    private const int AtOnce = 500;

    public async Task<HistoriesProof> Prove(Guid siteId, CancellationToken stop)
    {
        // Read before the database: what is added meanwhile is only more than is known here.
        var known = heads.Of(siteId);
        var (broken, seen) = (new List<BrokenHistory>(), new HashSet<Guid>());
        var cases = await db.Feedback.AsNoTracking().OrderBy(one => one.Id).Select(one => new { one.Id, one.ReferenceCode }).ToListAsync(stop);
        foreach (var part in cases.Chunk(AtOnce))
        {
            var ids = part.Select(one => one.Id).ToList();
            var events = (await db.CaseEvents.AsNoTracking().Where(happened => ids.Contains(happened.FeedbackId)).ToListAsync(stop)).ToLookup(happened => happened.FeedbackId);
            foreach (var one in part)
            {
                seen.Add(one.Id);
                if (Fault([.. events[one.Id].OrderBy(happened => happened.Number ?? 0)], known.TryGetValue(one.Id, out var head) ? head : null) is { } words)
                {
                    broken.Add(new BrokenHistory(one.ReferenceCode, words));
                }
            }
        }
        broken.AddRange(known.Keys.Where(id => !seen.Contains(id)).Select(id => new BrokenHistory(id.ToString("n"), "Cả vụ việc không còn trong cơ sở dữ liệu.")));
        return new HistoriesProof(cases.Count, broken);
    }

    private string? Fault(IReadOnlyList<CaseEvent> events, CaseHead? head)
    {
        var before = events.Count == 0 ? HistoryLine.Beginning : PurgeProof.LastBefore(events[0]);
        var number = before == HistoryLine.Beginning ? 0 : (events[0].Number ?? 1) - 1;
        foreach (var happened in events)
        {
            number++;
            if (happened.Number != number || happened.Hash is null)
            {
                return $"Thiếu hoặc đảo sự kiện số {number}.";
            }
            if (!Fits(happened, before))
            {
                return $"Sự kiện số {number} đã bị sửa, hoặc không nối tiếp sự kiện trước nó.";
            }
            before = happened.Hash;
        }
        return head is { } end && !events.Any(happened => happened.Number == end.Number && happened.Hash == end.Hash)
            ? end.Number > number ? $"Thiếu sự kiện ở cuối: từng có {end.Number}, nay còn {number}." : $"Lịch sử đã bị viết lại: sự kiện số {end.Number} không còn như khi được ghi." : null;
    }

    private bool Fits(CaseEvent happened, string before)
    {
        try
        {
            return HistoryLine.Of(happened, happened.Number!.Value, before, happened.Written(vault)).Hash == happened.Hash;
        }
        catch (CryptographicException)
        {
            return false;   // no box of ours
        }
    }
}

/// <summary>How many histories were looked at, and which are not as they were written.</summary>
public sealed record HistoriesProof(int Checked, IReadOnlyList<BrokenHistory> Broken);

/// <summary>A case whose history was touched, and how.</summary>
public sealed record BrokenHistory(string Code, string Words);
