using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Answers the citizen: part by part, looked at as a letter, then sent, or handed in where a head must approve.</summary>
[Needs(Deed.ReadFeedback), Takes(Limits.FeedbackForm)]
public sealed class ReplyModel(CaseAtHand hand, AnswerDesk desk, SendFiles files, PortalDb db, CaseMails mails) : CaseVerb(hand)
{
    [BindProperty] public List<string?> Kept { get; set; } = [];
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    /// <summary>Pictures and papers that go with the answer.</summary>
    public IReadOnlyList<SentFile> Papers { get; private set; } = [];

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
        await desk.Typing.Keep(Form.Place, Version, Request.Form, stop);
        Problems.AddRange(Form.Letter.Missing(VietnamTime.Day(Hand.Now)).Select(lacking => new Problem(lacking.Part, lacking.Words)));
        Form = Form with { Problems = Problems };
        if (Problems.Count > 0)
        {
            return null;
        }
        (Letter, Others) = (desk.Join(Form, Senders), desk.OthersIn(Form));
        await TakeFiles(stop);
        if (Do != "send" && Problems.Count == 0)
        {
            return Page();
        }
        if (Others.Count > 0 && !Seen)
        {
            Problems.Add(new Problem(nameof(Seen), "Thư có thông tin trông như của người khác: hãy sửa, hoặc đánh dấu là đã xem."));
            return null;
        }
        if (Problems.Count > 0)
        {
            return null;
        }
        // What waited with an older text goes with it.
        db.Attachments.RemoveRange(Case.Attachments.Where(file => file.Side == AttachmentSide.AnswerWaiting));
        db.Attachments.AddRange(Papers.Select(paper => Attachment.Of(Case, paper, Form.NeedsApproval ? AttachmentSide.AnswerWaiting : AttachmentSide.Answer)));
        var sent = Form.NeedsApproval ? await HandIn(Letter, stop) : await Send(Letter, stop);
        await desk.Typing.Forget(Form.Place, stop);
        return sent;
    }

    private async Task TakeFiles(CancellationToken stop)
    {
        var kept = files.Open(Hand.Site.Id, Kept);
        if (Do?.StartsWith("remove-", StringComparison.Ordinal) == true && int.TryParse(Do[7..], out var at) && at >= 0 && at < kept.Count)
        {
            kept.RemoveAt(at);
        }
        var (taken, wrong) = await files.Judge(Files, kept, stop);
        Papers = [.. taken.Where(files.Has)];
        Problems.AddRange(wrong.Concat(taken.Where(paper => !files.Has(paper)).Select(paper => $"Tệp “{paper.Name}” không còn trên máy chủ. Hãy chọn lại tệp.")).Select(words => new Problem(nameof(Files), words)));
        Kept = [.. Papers.Select(paper => files.Seal(Hand.Site.Id, paper))];
        Form = Form with { Problems = Problems };
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
