using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Answers the citizen: part by part, looked at as a letter, then sent, or handed in where a head must approve.</summary>
[Needs(Deed.ReadFeedback), Takes(Limits.EditorForm)]
public sealed class ReplyModel(CaseAtHand hand, AnswerDesk desk, Typing typing, PortalDb db, CaseMails mails) : CaseVerb(hand)
{
    [BindProperty] public string? Do { get; set; }
    public AnswerForm Form { get; private set; } = null!;
    public string? Letter { get; private set; }
    public IReadOnlyList<string> Others { get; private set; } = [];
    /// <summary>How many other senders of the same matter get the answer too.</summary>
    public int Senders { get; private set; }

    public override string Title => "Trả lời người dân";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null, MergedIntoId: null };

    protected override async Task Look(CancellationToken stop)
    {
        Form = HttpMethods.IsPost(Request.Method) ? (await desk.Empty(Case, stop)).With(part => Request.Form[part])
            : await desk.Form(Case, Guid.TryParse(Request.Query["mau"], out var template) ? template : null, stop);
        Senders = await db.Feedback.CountAsync(one => one.MergedIntoId == Case.Id, stop);
        Form = Form with { Version = HttpMethods.IsPost(Request.Method) ? Version : Case.Version };
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        // Kept before anything is judged: a refused answer is not a lost one.
        await typing.Keep(Form.Place, Version, Request.Form, stop);
        Problems.AddRange(Form.Letter.Missing(VietnamTime.Day(Hand.Now)).Select(lacking => new Problem(lacking.Part, lacking.Words)));
        Form = Form with { Problems = Problems };
        if (Problems.Count > 0)
        {
            return null;
        }
        (Letter, Others) = (desk.Join(Form, Senders), desk.OthersIn(Form));
        if (Do != "send")
        {
            return Page();
        }
        if (Others.Count > 0 && !Seen)
        {
            Problems.Add(new Problem(nameof(Seen), "Thư có thông tin trông như của người khác: hãy sửa, hoặc đánh dấu là đã xem."));
            return null;
        }
        var sent = Form.NeedsApproval ? await HandIn(Letter, stop) : await Send(Letter, stop);
        await typing.Forget(Form.Place, stop);
        return sent;
    }

    private async Task<IActionResult> Send(string letter, CancellationToken stop)
    {
        Case.Answer(letter, Hand.Me, Hand.Now, Hand.Site.Calendar);
        await mails.Answered(Hand.Site, Case, stop);
        return await Done("case-answered", "Đã gửi trả lời cho người dân.", stop);
    }

    private async Task<IActionResult> HandIn(string letter, CancellationToken stop)
    {
        (await db.WaitingAnswer(Case.Id, stop))?.TakeBack(Hand.Now);   // a newer text takes the place of the one that waits
        db.ProposedAnswers.Add(ProposedAnswer.HandIn(Case, letter, Hand.Me, Hand.Now));
        return await Done("answer-handed-in", "Đã trình duyệt câu trả lời. Người dân chưa đọc được cho tới khi thủ trưởng duyệt.", stop);
    }
}
