using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>An officer says what kind of case it is and in which field; what the machine had suggested is kept beside it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ClassifyModel(CaseAtHand hand, Deadlines deadlines, Accusing accusing) : CaseVerb(hand)
{
    /// <summary>A denunciation goes to the sealed store by its own door, never by this one.</summary>
    public static readonly IReadOnlyList<FeedbackKind> Kinds = [.. Enum.GetValues<FeedbackKind>().Where(kind => kind != FeedbackKind.Denunciation)];

    /// <summary>Those this person may choose: what takes a case out of every figure is for the head or the intake officers.</summary>
    public IEnumerable<FeedbackKind> Choices => Kinds.Where(kind => kind.IsCounted() || kind == Case.Kind || Hand.MaySetAside(Case));

    [BindProperty] public FeedbackKind? Kind { get; set; }
    [BindProperty] public FeedbackField? Field { get; set; }
    public Suggestion Said { get; private set; } = null!;
    public override string Title => "Phân loại";

    protected override Task Look(CancellationToken stop)
    {
        Said = Suggestions.For(Case.Message);
        if (HttpMethods.IsGet(Request.Method))
        {
            (Kind, Field) = (Case.Kind, Case.Field);
        }
        return Task.CompletedTask;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        if (Kind is not { } kind || !Kinds.Contains(kind) || Field is not { } field || !Enum.IsDefined(field))
        {
            Problems.Add(new Problem("Kind", "Hãy chọn loại và lĩnh vực."));
            return null;
        }
        if (!Choices.Contains(kind))
        {
            Problems.Add(new Problem("Kind", $"Ghi một vụ việc là “{kind.Vi()}” thì vụ ấy không còn được đếm: việc này do thủ trưởng đơn vị hoặc cán bộ đầu mối làm. Hãy ghi chú nội bộ để đề nghị."));
            return null;
        }
        var said = $"{kind.Vi()}, {field.Vi()}. Trước đó: {Case.Kind.Vi()}, {Case.Field.Vi()}. Máy gợi ý: {Said.Kind.Vi()}, {Said.Field.Vi()}, {Said.Unit}.";
        var promise = deadlines.For(Hand.Site, kind, Case.ReceivedAt) is null ? null : deadlines.TermsOf(Hand.Site);
        var was = Case.Kind;
        Case.Classify(kind, field, promise, said, Hand.Me, Hand.Now);
        await accusing.Reconsider(Hand.Site, Case, was, Hand.Me, Hand.Now, stop);
        return await Done("case-classified", $"Đã phân loại {Case.ReferenceCode}: {kind.Vi()}, {field.Vi()}.", stop);
    }
}
