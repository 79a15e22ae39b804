using CCHC.Portal.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>How content the sender is with the answer, from 1 to 5, and why.</summary>
[NeverCached]
public sealed class RateModel(OwnCase own, CasesSettings settings) : OwnCaseVerb(own)
{
    private SatisfactionRating? earlier;

    [BindProperty] public int? Score { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public int Days => settings.RatingChangeableFor;
    public override bool Fits => (earlier ?? SatisfactionRating.Of(Case)).MayChange(Case, Days, Own.Now);
    protected override string Said => "danh-gia";

    protected override async Task Look(CancellationToken stop) => earlier = await Own.Db.SatisfactionRatings.SingleOrDefaultAsync(rating => rating.FeedbackId == Case.Id, stop);

    protected override void Begin() => (Score, Reason) = (earlier?.Score, earlier?.Reason);

    protected override Task Act(CancellationToken stop)
    {
        Reason = OwnCase.Read(Reason, "Reason", null, ModelState);
        if (Score is not (>= SatisfactionRating.Lowest and <= SatisfactionRating.Highest))
        {
            ModelState.AddModelError("Score", "Hãy chọn một mức từ 1 đến 5");
        }
        if (ModelState.IsValid)
        {
            var rating = earlier ?? Own.Db.SatisfactionRatings.Add(SatisfactionRating.Of(Case)).Entity;
            rating.Give(Case, Score!.Value, Reason, Days, Own.Now);
        }
        return Task.CompletedTask;
    }
}
