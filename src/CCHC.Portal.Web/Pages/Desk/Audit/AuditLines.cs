using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Audit;

/// <summary>Lines of the record of deeds as its readers see them: people by name, and no code of a case that is about the reader.</summary>
public sealed class AuditLines(PortalDb db, Visit visit)
{
    public const string Hidden = "không hiện với bạn";

    private const int Batch = 500;
    private static readonly string[] Head = ["Số", "Lúc", "Ai", "Việc", "Đối với", "Ghi thêm"];

    public async Task<IReadOnlyList<AuditLine>> Of(IReadOnlyCollection<AuditEntry> entries, CancellationToken stop)
    {
        var names = await db.NamesOf(entries.Select(entry => entry.PersonId).Concat(entries.Select(entry => Guid.TryParseExact(entry.Subject, "n", out var person) ? (Guid?)person : null)), stop);
        var codes = entries.Select(entry => entry.Subject).Distinct().ToList();
        var (all, open) = (db.Feedback.AsNoTracking().Where(one => codes.Contains(one.ReferenceCode)), db.Feedback.AsNoTracking().Where(one => codes.Contains(one.ReferenceCode)).NotAbout(visit.Me));
        var hidden = (await all.Select(one => one.ReferenceCode).ToListAsync(stop)).Except(await open.Select(one => one.ReferenceCode).ToListAsync(stop)).ToHashSet();
        return [.. entries.Select(entry => new AuditLine(
            entry.Number, VietnamTime.Moment(entry.At), entry.PersonId is { } by ? names.GetValueOrDefault(by, "Người đã rời") : "Cổng", AuditWords.Of(entry.What),
            hidden.Contains(entry.Subject) ? Hidden : Guid.TryParseExact(entry.Subject, "n", out var person) && names.TryGetValue(person, out var name) ? name : entry.Subject,
            hidden.Any(code => entry.Detail.Contains(code, StringComparison.OrdinalIgnoreCase)) ? Hidden : entry.Detail))];
    }

    public SheetRows Rows(AuditFilter filter) => new(Head, Each(filter));

    private async IAsyncEnumerable<object?[]> Each(AuditFilter filter)
    {
        for (var read = 0; ; read += Batch)
        {
            var batch = await filter.In(db.AuditEntries.AsNoTracking()).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Skip(read).Take(Batch).ToListAsync();
            foreach (var line in await Of(batch, CancellationToken.None))
            {
                yield return [line.Number, line.At, line.Who, line.What, line.Subject, line.Detail];
            }
            if (batch.Count < Batch)
            {
                yield break;
            }
        }
    }
}

/// <summary>One line of the record of deeds in words.</summary>
public sealed record AuditLine(long? Number, string At, string Who, string What, string Subject, string Detail);
