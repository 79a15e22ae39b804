using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The head or the intake officer names who of the unit does it.</summary>
[Needs(Deed.AssignFeedback)]
public sealed class AssignModel(CaseAtHand hand, OfficerChoices choices, Visit visit) : CaseVerb(hand)
{
    public override string Title => "Phân công cán bộ";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null, MergedIntoId: null };

    [BindProperty] public Guid? Officer { get; set; }
    public IReadOnlyList<OfficerChoice> Officers { get; private set; } = [];

    protected override async Task<Feedback?> Find(string code, CancellationToken stop) =>
        await Hand.ToRead(code, stop) is { } feedback && visit.Me.Can(Deed.AssignFeedback, new Subject(feedback.UnitId)) ? feedback : null;

    protected override async Task Look(CancellationToken stop) => Officers = await choices.For(Case, VietnamTime.Day(Hand.Now), stop);

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var chosen = Officers.FirstOrDefault(officer => officer.Id == Officer && officer.Id != Case.OfficerId);
        if (chosen is null)
        {
            Problems.Add(new Problem(nameof(Officer), "Hãy chọn cán bộ phụ trách."));
        }
        var note = VietnameseText.Clean(Text);
        if (note.Length > CaseAtHand.MostCharacters)
        {
            Problems.Add(new Problem(nameof(Text), "Lời nhắn dài quá 10.000 ký tự."));
        }
        if (chosen is null || Problems.Count > 0)
        {
            return null;
        }
        Case.Entrust(chosen.Id, note, Hand.Me, Hand.Now);
        return await Done("case-entrusted", $"Đã phân công {Case.ReferenceCode} cho {chosen.Name}.", stop);
    }
}
