using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The cases that stand beside one: the lead it is merged into, those merged into it with what their senders added, those linked.</summary>
public sealed record CaseCompany(CompanyLine? Lead, IReadOnlyList<CompanyLine> Merged, IReadOnlyList<CompanyAddition> Added, IReadOnlyList<CompanyLine> Linked)
{
    public static readonly CaseCompany None = new(null, [], [], []);

    public static async Task<CaseCompany> Of(Feedback feedback, PortalDb db, Actor me, CancellationToken stop)
    {
        var (id, lead) = (feedback.Id, feedback.MergedIntoId);
        var links = await db.CaseLinks.AsNoTracking().Where(link => link.FeedbackId == id || link.OtherId == id).ToListAsync(stop);
        var linked = links.ConvertAll(link => link.FeedbackId == id ? link.OtherId : link.FeedbackId);
        var beside = await db.Feedback.AsNoTracking().VisibleTo(me).Where(one => one.MergedIntoId == id || one.Id == lead || linked.Contains(one.Id))
            .OrderBy(one => one.ReceivedAt).Select(one => new { one.Id, one.ReferenceCode, one.Message, one.State, one.ReceivedAt, one.MergedIntoId }).ToListAsync(stop);
        var merged = beside.Where(one => one.MergedIntoId == id).ToList();
        var ids = merged.ConvertAll(one => one.Id);
        var added = ids.Count == 0 ? [] : await db.CaseEvents.AsNoTracking().Where(happened => ids.Contains(happened.FeedbackId) && happened.Kind == CaseEventKind.Added).OrderByDescending(happened => happened.At).ToListAsync(stop);
        CompanyLine Line(string code, string message, FeedbackState state, DateTimeOffset at) => new(code, CaseLine.Head(message), state, VietnamTime.Moment(at));
        return new CaseCompany(
            beside.Find(one => one.Id == lead) is { } found ? Line(found.ReferenceCode, found.Message, found.State, found.ReceivedAt) : null,
            [.. merged.Select(one => Line(one.ReferenceCode, one.Message, one.State, one.ReceivedAt))],
            [.. added.Select(happened => new CompanyAddition(merged.Find(one => one.Id == happened.FeedbackId)!.ReferenceCode, happened.Text, VietnamTime.Moment(happened.At)))],
            [.. beside.Where(one => linked.Contains(one.Id)).Select(one => Line(one.ReferenceCode, one.Message, one.State, one.ReceivedAt))]);
    }
}

public sealed record CompanyLine(string Code, string Head, FeedbackState State, string When);

public sealed record CompanyAddition(string Code, string Text, string When);
