using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The head grants more time or refuses it; what is granted the citizen is told.</summary>
[Needs(Deed.GrantExtension)]
public sealed class DecideExtensionModel(CaseAtHand hand, PortalDb db, Visit visit, CaseMails mails) : CaseVerb(hand)
{
    [BindProperty] public string? Do { get; set; }
    public Extension Asked { get; private set; } = null!;
    public string AskedBy { get; private set; } = "";
    public override string Title => "Quyết việc gia hạn";

    /// <summary>A case that closed meanwhile can still have the question refused.</summary>
    public override bool Fits => Case.IsOpen || Do != "grant";

    /// <summary>Why it cannot be granted any more; null while it can.</summary>
    public string? Missed => Case.IsMissed(Hand.Now) ? $"Hạn trả lời ngày {VietnamTime.ShortDate(Case.DueAt!.Value)} đã qua: gia hạn lúc này sẽ xóa mất việc chậm. Hãy ghi không chấp thuận; câu trả lời vẫn gửi được." : null;

    public DateOnly NewDue => Hand.Site.Calendar.After(Case.DueAt ?? Asked.OldDueAt, Asked.Days);

    protected override async Task<Feedback?> Find(string code, CancellationToken stop)
    {
        if (await Hand.ToRead(code, stop) is not { } feedback || !visit.Me.Can(Deed.GrantExtension, new Subject(feedback.UnitId))
            || await db.Extensions.SingleOrDefaultAsync(extension => extension.FeedbackId == feedback.Id && extension.State == ExtensionState.Asked, stop) is not { } asked)
        {
            return null;
        }
        Asked = asked;
        AskedBy = (await db.NamesOf([asked.AskedBy], stop)).GetValueOrDefault(asked.AskedBy, "Người đã rời");
        return feedback;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        if (Asked.AskedBy == Hand.Me)
        {
            return NotFound();
        }
        if (Do == "grant" && Missed is { } missed)
        {
            Problems.Add(new Problem("Do", missed));
            return null;
        }
        if (Do == "grant")
        {
            Asked.Grant(Case, Hand.Me, Hand.Now, Hand.Site.Calendar);
            await mails.Extended(Hand.Site, Case, stop);
        }
        else
        {
            var note = Words("Hãy viết vì sao không chấp thuận.");
            if (Problems.Count > 0)
            {
                return null;
            }
            Asked.Refuse(Case, note, Hand.Me, Hand.Now);
        }
        await Done(Do == "grant" ? "extension-granted" : "extension-refused", Do == "grant" ? "Đã gia hạn và báo người gửi hạn mới." : "Đã ghi không chấp thuận; hạn giữ nguyên.", stop);
        return RedirectToPage("Extensions");
    }
}
