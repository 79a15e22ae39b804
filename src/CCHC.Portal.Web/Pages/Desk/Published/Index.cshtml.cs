using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Published;

/// <summary>What was proposed for publication, published, refused and taken away; what waits comes first.</summary>
[Needs(Deed.ApprovePublication)]
public sealed class IndexModel(PortalDb db, Visit visit) : PageModel
{
    public IReadOnlyList<PublicAnswer> Answers { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        var mine = db.PublicAnswers.AsNoTracking().DecidableBy(visit.Me, db);
        var count = await mine.CountAsync(stop);
        var wanted = Pager.Within(Pager.Asked(page), count);
        Pager = new Pager(wanted, count, "bài", Url.Content("~/quan-tri/cong-khai"));
        Answers = await mine.OrderByDescending(answer => answer.State == PublicAnswerState.Proposed).ThenByDescending(answer => answer.ProposedAt).Skip((wanted - 1) * Pager.Usual).Take(Pager.Usual).ToListAsync(stop);
    }
}

public static class AnswerWords
{
    public static string Say(this PublicAnswerState state) => state switch
    {
        PublicAnswerState.Proposed => "Chờ duyệt",
        PublicAnswerState.Published => "Đang công khai",
        PublicAnswerState.Refused => "Không duyệt",
        _ => "Đã gỡ",
    };

    public static string Look(this PublicAnswerState state) => state switch { PublicAnswerState.Proposed => "wa", PublicAnswerState.Published => "ok", _ => "mu" };

    extension(IQueryable<PublicAnswer> answers)
    {
        /// <summary>Those of the units this person decides for, and nothing that is about them.</summary>
        public IQueryable<PublicAnswer> DecidableBy(Actor actor, PortalDb db)
        {
            var visible = db.Feedback.VisibleTo(actor);
            answers = answers.Where(answer => visible.Any(feedback => feedback.Id == answer.FeedbackId));
            if (actor.UnitsFor(Deed.ApprovePublication) is not { } units)
            {
                return answers;
            }
            var ids = units.Select(id => (Guid?)id).ToList();
            return answers.Where(answer => ids.Contains(answer.UnitId));
        }
    }
}
