using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Hands a finished draft to whoever approves.</summary>
[Needs(Deed.WriteContent)]
public sealed class SubmitModel(EditionAtHand hand, Review review, LookOver lookOver) : EditionVerb(hand)
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public ReviewStanding Standing { get; private set; } = null!;

    protected override bool Fits(Edition edition) => edition.State == EditionState.Draft;

    protected override async Task<string?> Why(CancellationToken stop)
    {
        Standing = await review.Of(Edition, stop);
        Findings = await lookOver.Of(Edition, stop);
        return Findings.FirstOrDefault(finding => finding.Must) is { } must ? "Chưa gửi được: " + must.Words : null;
    }

    protected override async Task<IActionResult?> Do(CancellationToken stop)
    {
        Edition.Submit(Hand.Now);
        Hand.Say(Edition, RemarkKind.Submission, $"Gửi duyệt lần {Edition.Round}.");
        await Hand.SaveVerb("content-submitted", Edition, stop);
        return Back("Đã gửi duyệt.");
    }
}
