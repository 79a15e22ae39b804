using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A queue over the inbox: whose cases, and how many of them are open. The number and the list are one query.</summary>
public sealed record CaseQueue(string Key, string Label, int Count)
{
    public const string Mine = "cua-toi", MyUnits = "don-vi-toi", ToApprove = "cho-toi-duyet", ToHelp = "phoi-hop", Complaints = "khieu-nai", Unnamed = "khong-ten";
    private const string Officer = "can-bo-";

    public string Address => CaseFilter.Address("/quan-tri/phan-anh", Key, CaseTile.Open);

    /// <summary>The queue of one officer: where a number of the workload leads.</summary>
    public static string OfOfficer(Guid officer) => Officer + officer.ToString("n");

    public static IQueryable<Feedback> Of(IQueryable<Feedback> visible, string key, Actor me, PortalDb db) => key switch
    {
        ToApprove => visible.AnswerWaitsFor(me, db),
        Mine => visible.InHandsOf(me.PersonId),
        ToHelp => visible.WaitingForPartOf(me, db),
        MyUnits => visible.OfUnitsOf(me).WithoutComplaints(),
        Complaints => visible.Complaints(),
        Unnamed => visible.LedFor(me).WithoutComplaints().Unnamed(),
        _ when key.StartsWith(Officer, StringComparison.Ordinal) => visible.InHandsOf(Guid.TryParse(key[Officer.Length..], out var officer) ? officer : Guid.Empty),
        _ => visible.LedFor(me).WithoutComplaints(),
    };

    public static async Task<IReadOnlyList<CaseQueue>> Counted(IQueryable<Feedback> visible, Actor me, SiteMap site, DateOnly today, PortalDb db, CancellationToken stop)
    {
        var queues = new List<CaseQueue>();
        foreach (var (key, label) in Choices(me))
        {
            queues.Add(new CaseQueue(key, label, await CaseTile.Chosen(Of(visible, key, me, db), CaseTile.Open, site, today).CountAsync(stop)));
        }
        if (await Apart(visible, me, site, today, stop) is { } apart)
        {
            queues.Add(apart);
        }
        return queues;
    }

    /// <summary>The queue of khiếu nại, for whoever sorts what comes in or reads one of them; to others there is none.</summary>
    public static async Task<CaseQueue?> Apart(IQueryable<Feedback> visible, Actor me, SiteMap site, DateOnly today, CancellationToken stop) =>
        me.Can(Deed.TriageFeedback) || await visible.Complaints().AnyAsync(stop)
            ? new CaseQueue(Complaints, "Khiếu nại", await CaseTile.Chosen(visible.Complaints(), CaseTile.Open, site, today).CountAsync(stop)) : null;

    // Who reads one unit only needs no tab of that name.
    private static IEnumerable<(string Key, string Label)> Choices(Actor me)
    {
        var wide = me.UnitsFor(Deed.ReadFeedback) is not { } units || units.Except(me.Memberships.Select(held => held.UnitId)).Any();
        yield return ("", wide ? "Tất cả" : "Đơn vị tôi");
        yield return (Mine, "Của tôi");
        if (wide)
        {
            yield return (MyUnits, "Đơn vị tôi");
        }
        if (me.Memberships.Any(held => held.Role is Role.UnitHandler or Role.UnitHead))
        {
            yield return (ToHelp, "Phối hợp");
        }
        if (me.Can(Deed.ApproveAnswer))
        {
            yield return (ToApprove, "Chờ tôi duyệt");
        }
        if (me.Can(Deed.TriageFeedback))
        {
            yield return (Unnamed, "Không để tên");
        }
    }
}
