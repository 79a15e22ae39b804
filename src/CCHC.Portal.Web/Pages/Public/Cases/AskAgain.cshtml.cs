using CCHC.Portal.Cases;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Published;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Not content with the answer: the sender asks again, once, and knows beforehand who will look at it.</summary>
[NeverCached]
public sealed class AskAgainModel(OwnCase own, TakingBack takingBack, AskingAgain rule, Deadlines deadlines, Translator t) : OwnCaseVerb(own)
{
    private bool askedBefore;
    private int? score;

    [BindProperty] public string? Reason { get; set; }

    public string LooksAgain => rule.LooksAgain(Own.Site, Case, score)?.NameIn(Own.Culture) ?? t["cán bộ tiếp nhận"];
    public override bool Fits => rule.May(Case, askedBefore, Own.Now);
    protected override string Said => "xem-lai";

    protected override async Task Look(CancellationToken stop)
    {
        await Own.Db.Entry(Case).Collection(feedback => feedback.Bars).LoadAsync(stop);   // whom the case is about does not look at it again
        await Own.Db.Entry(Case).Collection(feedback => feedback.Abouts).LoadAsync(stop);
        askedBefore = await Own.Db.ReopenRequests.AnyAsync(again => again.FeedbackId == Case.Id, stop);
        score = await Own.Db.SatisfactionRatings.Where(rating => rating.FeedbackId == Case.Id).Select(rating => (int?)rating.Score).SingleOrDefaultAsync(stop);
    }

    protected override async Task Act(CancellationToken stop)
    {
        Reason = OwnCase.Read(Reason, "Reason", "Hãy viết điều chưa thỏa đáng", ModelState);
        if (ModelState.IsValid)
        {
            Own.Db.ReopenRequests.Add(ReopenRequest.Ask(Case, Reason, rule.LooksAgain(Own.Site, Case, score)?.Id, Own.Now, deadlines.TermsOf(Own.Site)));
            await takingBack.AllOf(Case.Id, "Người gửi đề nghị xem lại; câu trả lời chưa phải là cuối cùng.", stop);
        }
    }
}
