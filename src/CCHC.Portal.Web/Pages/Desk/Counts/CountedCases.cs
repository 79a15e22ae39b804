using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The cases behind the figures, as far as the person at the desk may count them and the filter goes.</summary>
public sealed class CountedCases(PortalDb db, Visit visit, Figures figures)
{
    public IQueryable<Feedback> All => db.Feedback.CountableBy(visit.Me);

    public Task<IReadOnlyList<FigureCase>> Of(FigureFilter filter, CancellationToken stop) =>
        figures.Cases(visit.Site, filter.Narrow(All, visit.Site), filter.First, filter.End, stop);

    /// <summary>The same one after the other.</summary>
    public IAsyncEnumerable<FigureCase> Each(FigureFilter filter) => figures.Each(visit.Site, filter.Narrow(All, visit.Site), filter.First, filter.End);

    public bool MayOpen(FigureCase one) => visit.Me.Can(Deed.ReadFeedback, new Subject(one.UnitId));

    /// <summary>The code for who may read the case; for others a sign that leads to nobody.</summary>
    public string SignOf(FigureCase one) => MayOpen(one) ? one.Code : SignOf(one.Id);

    public static string SignOf(Guid id) => "V-" + id.ToString("n")[^8..].ToUpperInvariant();

    /// <summary>The units whose figures this person reads.</summary>
    public IReadOnlyList<Unit> Units => [.. visit.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer && visit.Me.Can(Deed.ReadFigures, new Subject(unit.Id)))
        .OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name, StringComparer.Ordinal)];
}
