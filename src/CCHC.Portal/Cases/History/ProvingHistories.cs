using System.Security.Cryptography;
using System.Text.Json;
using CCHC.Portal.Cases.Redacting;
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
        var ids = await db.Feedback.AsNoTracking().OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
        var suspected = (await Faults(ids, known, stop)).Select(fault => fault.Key).Concat(known.Keys.Except(ids)).ToList();
        // A case purged or taken away while we looked is no fault: what looked wrong is looked at once more.
        return new HistoriesProof(ids.Count, suspected.Count == 0 ? [] : await Again(siteId, suspected, stop));
    }

    private async Task<List<BrokenHistory>> Again(Guid siteId, IReadOnlyList<Guid> suspected, CancellationToken stop)
    {
        var known = heads.Of(siteId);
        var faults = await Faults(suspected, known, stop);
        var codes = new Dictionary<Guid, string>();
        foreach (var part in suspected.Chunk(AtOnce))
        {
            (await db.Feedback.AsNoTracking().Where(one => part.Contains(one.Id)).Select(one => new { one.Id, one.ReferenceCode }).ToListAsync(stop)).ForEach(one => codes.Add(one.Id, one.ReferenceCode));
        }
        return [.. suspected.Where(id => codes.ContainsKey(id) ? faults.ContainsKey(id) : known.ContainsKey(id))
            .Select(id => codes.TryGetValue(id, out var code) ? new BrokenHistory(code, faults[id]) : new BrokenHistory(id.ToString("n"), "Cả vụ việc không còn trong cơ sở dữ liệu."))];
    }

    private async Task<Dictionary<Guid, string>> Faults(IReadOnlyList<Guid> cases, IReadOnlyDictionary<Guid, CaseHead> known, CancellationToken stop)
    {
        var faults = new Dictionary<Guid, string>();
        foreach (var part in cases.Chunk(AtOnce))
        {
            var events = (await db.CaseEvents.AsNoTracking().Where(happened => part.Contains(happened.FeedbackId)).ToListAsync(stop)).ToLookup(happened => happened.FeedbackId);
            foreach (var id in part)
            {
                if (Fault([.. events[id].OrderBy(happened => happened.Number ?? 0)], known.TryGetValue(id, out var head) ? head : null) is { } words)
                {
                    faults.Add(id, words);
                }
            }
        }
        return faults;
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
            return happened.Written(vault) is { } written
                && HistoryLine.Of(happened, happened.Number!.Value, before, written).Hash == happened.Hash
                && (happened.Original is null || Cover.IsOver(happened.Text, written));
        }
        catch (Exception foreign) when (foreign is CryptographicException or JsonException)
        {
            return false;   // no box of ours, or not of this kind
        }
    }
}

/// <summary>How many histories were looked at, and which are not as they were written.</summary>
public sealed record HistoriesProof(int Checked, IReadOnlyList<BrokenHistory> Broken);

/// <summary>A case whose history was touched, and how.</summary>
public sealed record BrokenHistory(string Code, string Words);
