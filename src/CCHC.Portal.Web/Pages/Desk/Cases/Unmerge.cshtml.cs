using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Takes a case out of those it was merged with; it is worked on by itself again.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class UnmergeModel(CaseAtHand hand, Deadlines deadlines) : CaseVerb(hand)
{
    public override string Title => "Tách ra xử lý riêng";

    public override bool Fits => Case is { IsOpen: true, MergedIntoId: not null };

    protected override bool OnMerged => true;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết lý do tách.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Unmerge(text, Hand.Me, Hand.Now, deadlines.TermsOf(Hand.Site));
        return await Done("case-unmerged", "Đã tách ra xử lý riêng.", stop);
    }
}
