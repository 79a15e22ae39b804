using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A list of the inbox as rows of a table, read one after the other; never a case its reader may not see.</summary>
public sealed class CaseSheet(PortalDb db, Visit visit, Vault vault, TimeProvider clock)
{
    private const int Batch = 500;

    private static readonly string[] Head =
        ["Mã", "Loại", "Lĩnh vực", "Nội dung", "Trả lời thêm", "Nơi", "Tình trạng", "Phụ trách", "Cán bộ", "Gửi qua", "Nhãn", "Nhận lúc", "Hạn trả lời", "Trả lời lúc"];

    private static readonly string[] SenderHead = ["Họ tên người gửi", "Điện thoại", "Thư điện tử", "Địa chỉ"];

    public async Task<int> Count(CaseFilter filter, CancellationToken stop) =>
        filter.Words == "" ? await Picked(filter).CountAsync(stop) : (await filter.Search(Picked(filter), stop)).Count;

    /// <summary>Writes down, case by case, that its sender was looked at; before the file leaves. Says whose.</summary>
    public async Task<IReadOnlySet<Guid>> RecordLooks(CaseFilter filter, string why, DateTimeOffset now, CancellationToken stop)
    {
        var shown = new Dictionary<Guid, Guid?>();
        await foreach (var row in Each(filter, withSenders: true).WithCancellation(stop))
        {
            if (row.Box is not null && visit.Me.Can(Deed.RevealSubmitter, new Subject(row.UnitId)))
            {
                shown[row.Id] = row.UnitId;
            }
        }
        foreach (var batch in shown.Chunk(Batch))
        {
            db.CaseEvents.AddRange(batch.Select(one => new CaseEvent { FeedbackId = one.Key, Kind = CaseEventKind.Revealed, At = now, PersonId = visit.Me.PersonId, FromUnitId = one.Value, Text = "Trong tệp tải về: " + why }));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        return shown.Keys.ToHashSet();
    }

    /// <summary>The rows; senders only of the cases for which the look was written down.</summary>
    public SheetRows Rows(CaseFilter filter, IReadOnlySet<Guid>? looked) => new(looked is null ? Head : [.. Head, .. SenderHead], Read(filter, looked));

    private async IAsyncEnumerable<object?[]> Read(CaseFilter filter, IReadOnlySet<Guid>? looked)
    {
        var names = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName);
        await foreach (var row in Each(filter, looked is not null))
        {
            object?[] cells =
            [
                row.Code, row.Kind.Vi(), row.Field.Vi(), row.Message, string.Join("; ", GivenAnswer.Read(row.Given).Where(answer => !answer.IsPersonal).Select(answer => $"{answer.Label}: {answer.Text}")), row.Place, row.State.Vi(visit.Site), visit.Site.UnitById(row.UnitId)?.Name ?? "Chờ phân loại",
                row.OfficerId is { } officer ? names.GetValueOrDefault(officer) : null, row.Channel.Vi(), string.Join("; ", row.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CaseTag.Say)),
                Local(row.ReceivedAt), row.DueAt, row.AnsweredAt is { } at ? Local(at) : null,
            ];
            yield return looked is null ? cells : [.. cells, .. Sender(row, looked)];
        }
    }

    private object?[] Sender(SheetCase row, IReadOnlySet<Guid> looked)
    {
        var sender = looked.Contains(row.Id) && row.Box is not null ? vault.Unlock<Submitter>(row.Box, Feedback.IdentityPurpose) : new Submitter();
        return [sender.Name, sender.Phone, sender.Email, sender.Address];
    }

    private IQueryable<Feedback> Picked(CaseFilter filter) => filter.Pick(db.Feedback.AsNoTracking().VisibleTo(visit.Me), visit.Me, visit.Site, VietnamTime.Day(clock.GetUtcNow()), db);

    private async IAsyncEnumerable<SheetCase> Each(CaseFilter filter, bool withSenders)
    {
        if (filter.Words == "")
        {
            await foreach (var row in Shaped(Picked(filter), withSenders).AsAsyncEnumerable())
            {
                yield return row;
            }
            yield break;
        }
        foreach (var ids in (await filter.Search(Picked(filter), CancellationToken.None)).Chunk(Batch))
        {
            var rows = await Shaped(db.Feedback.AsNoTracking().VisibleTo(visit.Me).Where(one => ids.Contains(one.Id)), withSenders).ToListAsync();
            foreach (var row in rows.OrderBy(row => Array.IndexOf(ids, row.Id)))
            {
                yield return row;
            }
        }
    }

    private static IQueryable<SheetCase> Shaped(IQueryable<Feedback> cases, bool withSenders) => cases.Select(one => new SheetCase(
        one.Id, one.ReferenceCode, one.Kind, one.Field, one.Message, one.Given, one.Place, one.State, one.UnitId, one.OfficerId, one.Channel, one.Tags, one.ReceivedAt, one.DueAt, one.AnsweredAt, withSenders ? one.SubmitterBox : null));

    private static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, VietnamTime.Zone).DateTime;

    private sealed record SheetCase(
        Guid Id, string Code, FeedbackKind Kind, FeedbackField Field, string Message, string Given, string Place, FeedbackState State, Guid? UnitId, Guid? OfficerId, IntakeChannel Channel, string Tags,
        DateTimeOffset ReceivedAt, DateOnly? DueAt, DateTimeOffset? AnsweredAt, byte[]? Box);
}
