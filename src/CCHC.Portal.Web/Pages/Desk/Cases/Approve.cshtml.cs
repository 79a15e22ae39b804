using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The head lets an answer go out, or gives it back with a reason; never the one who wrote it.</summary>
[Needs(Deed.ApproveAnswer)]
public sealed class ApproveModel(CaseAtHand hand, PortalDb db, Visit visit, CaseMails mails) : CaseVerb(hand)
{
    [BindProperty] public string? Do { get; set; }
    public ProposedAnswer Proposed { get; private set; } = null!;
    public string Writer { get; private set; } = "";
    public bool IsMine => Proposed.WriterId == Hand.Me;
    /// <summary>What goes with it.</summary>
    public IReadOnlyList<Attachment> Files => [.. Case.Attachments.Where(file => file.Side == AttachmentSide.AnswerWaiting)];

    public override string Title => "Duyệt câu trả lời";

    protected override async Task<Feedback?> Find(string code, CancellationToken stop)
    {
        if (await Hand.ToRead(code, stop) is not { } feedback || !visit.Me.Can(Deed.ApproveAnswer, new Subject(feedback.UnitId)) || await db.WaitingAnswer(feedback.Id, stop) is not { } proposed)
        {
            return null;
        }
        (Proposed, Writer) = (proposed, (await db.NamesOf([proposed.WriterId], stop)).GetValueOrDefault(proposed.WriterId, "Người đã rời"));
        return feedback;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        if (IsMine)
        {
            return NotFound();
        }
        if (Do == "approve")
        {
            Proposed.Approve(Case, Hand.Me, Hand.Now, Hand.Site.Calendar);
            foreach (var file in Files)
            {
                file.GoOut();
            }
            await mails.Answered(Hand.Site, Case, stop);
            return await Done("answer-approved", "Đã duyệt và gửi trả lời cho người dân.", stop);
        }
        var reason = Words("Hãy viết vì sao trả lại.");
        if (Problems.Count > 0)
        {
            return null;
        }
        Proposed.Return(Case, reason, Hand.Me, Hand.Now);
        return await Done("answer-returned", "Đã trả lại câu trả lời để sửa.", stop);
    }
}
