using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Answers;

/// <summary>Questions and answers that were published, newest first, by field, unit and words.</summary>
public sealed class IndexModel(PortalDb db, Visit visit) : PageModel
{
    private const int LongestQuery = 100;

    public IReadOnlyList<PublicAnswer> Answers { get; private set; } = [];
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    public FeedbackField? Field { get; private set; }
    public Unit? Unit { get; private set; }
    public string Query { get; private set; } = "";
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? query, [FromQuery(Name = "linh-vuc")] string? field, [FromQuery(Name = "don-vi")] string? unit, [FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        var published = db.PublicAnswers.AsNoTracking().Published();
        var units = await published.Where(answer => answer.UnitId != null).Select(answer => answer.UnitId).Distinct().ToListAsync(stop);
        Units = [.. visit.Site.Units.Where(one => units.Contains(one.Id)).OrderBy(one => one.Name)];
        Unit = Units.FirstOrDefault(one => one.Code == unit);
        Field = Enum.TryParse<FeedbackField>(field, out var known) && Enum.IsDefined(known) ? known : null;
        Query = VietnameseText.CleanLine(query is { Length: > LongestQuery } ? query[..LongestQuery] : query);

        var chosen = Chosen(published);
        var count = await chosen.CountAsync(stop);
        var wanted = Pager.Within(Pager.Asked(page), count);
        Pager = new Pager(wanted, count, null, Address());
        Answers = await chosen.Newest().Skip((wanted - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
    }

    public string NameOf(PublicAnswer answer) => visit.Site.UnitById(answer.UnitId)?.NameIn(visit.Culture) ?? "";

    private IQueryable<PublicAnswer> Chosen(IQueryable<PublicAnswer> answers)
    {
        answers = Field is { } field ? answers.Where(answer => answer.Field == field) : answers;
        answers = Unit is { Id: var id } ? answers.Where(answer => answer.UnitId == id) : answers;
        // Each word on its own, without marks, in any order.
        return VietnameseText.Fold(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12).Aggregate(answers, (found, word) => found.Where(answer => answer.Folded.Contains(word)));
    }

    // From what was understood, not from the request: the page is kept for everybody.
    private string Address() => QueryHelpers.AddQueryString(Url.Content("~/phan-anh/cong-khai"), new Dictionary<string, string?>
    {
        ["q"] = Query == "" ? null : Query,
        ["linh-vuc"] = Field?.ToString(),
        ["don-vi"] = Unit?.Code,
    }.Where(pair => pair.Value is not null));
}
