using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Leaves a note for colleagues; the citizen never sees it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class NoteModel(CaseAtHand hand) : CaseVerb(hand)
{
    public override string Title => "Ghi chú nội bộ";

    public override bool Fits => true;

    /// <summary>A note adds; it overtakes nothing and nothing overtakes it.</summary>
    protected override bool Competes => false;

    protected override bool OnMerged => true;

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var text = Words("Hãy viết ghi chú.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Case.Note(text, Hand.Me, Hand.Now);
        return await Done("case-noted", "Đã lưu ghi chú.", stop);
    }
}
