using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Published;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Proposes an answered case for publication: what is personal is suggested word by word, an officer accepts or refuses each.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ProposeModel(CaseAtHand hand, PortalDb db) : CaseVerb(hand)
{
    private const int LongestHeading = 150;

    [BindProperty] public string? Heading { get; set; }
    [BindProperty] public List<string> Cover { get; set; } = [];
    [BindProperty] public string? More { get; set; }
    [BindProperty] public string? Go { get; set; }

    [BindProperty(Name = "Picture")] public List<Guid> Chosen { get; set; } = [];

    /// <summary>Pictures that may go with it: those of the answer, and the sender's on which an officer covered what had to be.</summary>
    public IReadOnlyList<Attachment> Pictures { get; private set; } = [];

    public static string AltOf(Attachment picture) => $"Alt.{picture.Id:n}";

    public string Alt(Attachment picture) => Request.Method == "POST" ? VietnameseText.CleanLine(Request.Form[AltOf(picture)].ToString()) : "";

    /// <summary>Why it cannot be published; null when it can.</summary>
    public string? Barred { get; private set; }

    public IReadOnlyList<Covering> Parts { get; private set; } = [];
    public (string Question, string Answer)? Preview { get; private set; }

    public override string Title => "Đề nghị công khai";
    public override bool Fits => true;

    protected override async Task Look(CancellationToken stop)
    {
        Barred = PublicAnswer.WhyNot(Case) ?? (await db.PublicAnswers.AnyAsync(one => one.FeedbackId == Case.Id && (one.State == PublicAnswerState.Proposed || one.State == PublicAnswerState.Published), stop)
            ? "Vụ việc này đã được đề nghị hoặc đã công khai." : null);
        var typed = Request.Method == "POST";
        var covered = await db.CoveredPictures.Where(picture => picture.FeedbackId == Case.Id).Select(picture => picture.AttachmentId).ToListAsync(stop);
        Pictures = [.. Case.Attachments.Where(file => file.IsPicture && (file.Side == AttachmentSide.Answer || (file.Side == AttachmentSide.Sender && covered.Contains(file.Id))))];
        Heading = typed ? VietnameseText.CleanLine(Heading) : Redaction.Apply(CaseLine.Head(Case.Message), PersonalData.In(CaseLine.Head(Case.Message)));
        var last = Case.Events.Where(happened => Feedback.IsReply(happened.Kind)).OrderBy(happened => happened.At).LastOrDefault();
        var reply = (last?.Kind switch { CaseEventKind.IdeaAccepted => "Góp ý được tiếp thu.\n", CaseEventKind.IdeaDeclined => "Góp ý chưa được tiếp thu.\n", _ => "" }) + last?.Text;
        Parts = [Part("Q", Case.Message, typed), Part("A", reply, typed)];
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        if (Barred is not null)
        {
            return this.Overtaken();
        }
        if (Heading is not { Length: > 0 and <= LongestHeading })
        {
            Problems.Add(new Problem("Title", "Hãy viết tiêu đề, nhiều nhất 150 ký tự."));
        }
        var pictures = Pictures.Where(picture => Chosen.Contains(picture.Id)).ToList();
        Problems.AddRange(pictures.Where(picture => Alt(picture) is not { Length: > 0 and <= 200 }).Select(picture => new Problem(AltOf(picture), $"Hãy tả ảnh “{picture.Name}” trong một câu, nhiều nhất 200 ký tự, cho người không nhìn thấy.")));
        var more = (More ?? "").Split('\n');
        Preview = (Parts[0].Result(more), Parts[1].Result(more));
        if (Problems.Count > 0)
        {
            return null;
        }
        if (Go == "look")
        {
            return Page();
        }
        var proposed = PublicAnswer.Propose(Case, Redaction.Cover(Heading!, more), Preview.Value.Question, Preview.Value.Answer, Hand.Me, Hand.Now);
        db.PublicAnswers.Add(proposed);
        db.PublicPictures.AddRange(pictures.Select(picture => new PublicPicture { AnswerId = proposed.Id, FeedbackId = Case.Id, AttachmentId = picture.Id, Alt = Redaction.Cover(Alt(picture), more) }));
        return await Done("publication-proposed", "Đã gửi đề nghị công khai. Một người khác phải duyệt.", stop);
    }

    // Boxes that were not ticked stay as they are; before anything was sent, all are ticked.
    private Covering Part(string name, string text, bool typed)
    {
        var found = PersonalData.In(text).Count;
        return new Covering(name, text, typed ? [.. Enumerable.Range(0, found).Where(number => !Cover.Contains(name + number))] : []);
    }
}
