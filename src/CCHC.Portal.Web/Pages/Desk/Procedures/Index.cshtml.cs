using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>Procedures somebody must look at: not looked over for six months, something missing, still a sample (T8).</summary>
[Needs(Deed.WriteContent)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    private const int Months = 6;

    public int All { get; private set; }
    public int Simplified { get; private set; }
    public IReadOnlyList<ProcedureToSee> Unchecked { get; private set; } = [];
    public IReadOnlyList<ProcedureToSee> Lacking { get; private set; } = [];
    public IReadOnlyList<ProcedureToSee> Samples { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var last = VietnamTime.Day(clock.GetUtcNow()).AddMonths(-Months);
        var live = (await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.Procedure).Where(edition => edition.Culture == "vi").OrderBy(edition => edition.TitleFolded).ToListAsync(stop))
            .Select(edition => (Edition: edition, Procedure: edition.As<Procedure>())).Where(pair => !pair.Procedure.IsGone).ToList();
        (All, Simplified) = (live.Count, live.Count(pair => pair.Procedure.Simplified is not null));
        Unchecked = [.. live.Select(pair => (pair.Edition, Day: pair.Edition.Item!.CheckedOn ?? VietnamTime.Day(pair.Edition.PublishedAt ?? pair.Edition.ChangedAt))).Where(pair => pair.Day <= last).OrderBy(pair => pair.Day)
            .Select(pair => new ProcedureToSee(pair.Edition.Id, pair.Edition.Title, $"rà gần nhất {VietnamTime.ShortDate(pair.Day)}"))];
        Lacking = [.. live.Select(pair => (pair.Edition, Words: string.Join(" ", Lacks(pair.Procedure)))).Where(pair => pair.Words != "").Select(pair => new ProcedureToSee(pair.Edition.Id, pair.Edition.Title, pair.Words))];
        Samples = [.. live.Where(pair => pair.Procedure.Sample || pair.Procedure.HasSampleCode).Select(pair => new ProcedureToSee(pair.Edition.Id, pair.Edition.Title, pair.Procedure.Code))];
    }

    private static IEnumerable<string> Lacks(Procedure procedure) =>
        ContentTypes.Procedure.Missing(procedure).Select(missing => missing.Words)
            .Concat(procedure.Fees.Exists(fee => fee.Amount is null) ? ["Có mức phí, lệ phí chưa rõ."] : [])
            .Concat(procedure.EffectiveFrom is null && !procedure.HasSampleCode ? ["Chưa ghi ngày có hiệu lực."] : []);
}

/// <summary>A procedure in a list of those to be looked at, and why.</summary>
public sealed record ProcedureToSee(Guid Id, string Title, string Words);
