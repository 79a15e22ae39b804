using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>An officer says what kind of case it is and in which field; what the machine had suggested is kept beside it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ClassifyModel(CaseAtHand hand, Deadlines deadlines) : PageModel
{
    /// <summary>A denunciation goes to the sealed store by its own door, never by this one.</summary>
    public static readonly IReadOnlyList<FeedbackKind> Kinds = [.. Enum.GetValues<FeedbackKind>().Where(kind => kind != FeedbackKind.Denunciation)];

    [BindProperty] public FeedbackKind? Kind { get; set; }
    [BindProperty] public FeedbackField? Field { get; set; }
    [BindProperty] public int Version { get; set; }
    public Feedback Case { get; private set; } = null!;
    public Suggestion Said { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];
    public VerbHead Head => VerbHead.Of("Phân loại", Case, Problems, Version, hand);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        (Case, Said, Version) = (feedback, Suggestions.For(feedback.Message), feedback.Version);
        (Kind, Field) = (feedback.Kind, feedback.Field);
        return feedback.IsOpen ? Page() : RedirectToPage("Case", new { code });
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await hand.ToHandle(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        (Case, Said) = (feedback, Suggestions.For(feedback.Message));
        if (feedback.Version != Version || !feedback.IsOpen)
        {
            return this.Overtaken();
        }
        if (Kind is not { } kind || !Kinds.Contains(kind) || Field is not { } field || !Enum.IsDefined(field))
        {
            Problems.Add(new Problem("Kind", "Hãy chọn loại và lĩnh vực."));
            return this.Invalid();
        }
        var said = $"{kind.Vi()}, {field.Vi()}. Trước đó: {feedback.Kind.Vi()}, {feedback.Field.Vi()}. Máy gợi ý: {Said.Kind.Vi()}, {Said.Field.Vi()}, {Said.Unit}.";
        feedback.Classify(kind, field, deadlines.For(hand.Site, kind, feedback.ReceivedAt), said, hand.Me, hand.Now, deadlines.TermsOf(hand.Site));
        hand.Record("case-classified", feedback);
        await hand.Save(stop);
        TempData["Flash"] = $"Đã phân loại {feedback.ReferenceCode}: {kind.Vi()}, {field.Vi()}.";
        return RedirectToPage("Case", new { code });
    }
}
