using CCHC.Portal.Cases;
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
        Heading = typed ? VietnameseText.CleanLine(Heading) : Redaction.Apply(CaseLine.Head(Case.Message), PersonalData.In(CaseLine.Head(Case.Message)));
        var reply = Case.Events.Where(happened => happened.Kind == CaseEventKind.Answered).OrderBy(happened => happened.At).LastOrDefault()?.Text ?? "";
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
        db.PublicAnswers.Add(PublicAnswer.Propose(Case, Redaction.Cover(Heading!, more), Preview.Value.Question, Preview.Value.Answer, Hand.Me, Hand.Now));
        return await Done("publication-proposed", "Đã gửi đề nghị công khai. Một người khác phải duyệt.", stop);
    }

    // Boxes that were not ticked stay as they are; before anything was sent, all are ticked.
    private Covering Part(string name, string text, bool typed)
    {
        var found = PersonalData.In(text).Count;
        return new Covering(name, text, typed ? [.. Enumerable.Range(0, found).Where(number => !Cover.Contains(name + number))] : []);
    }
}
