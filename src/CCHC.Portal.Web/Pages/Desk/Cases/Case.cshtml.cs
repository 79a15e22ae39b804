using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>One case: what was sent, what happened, what can be done.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class CaseModel(CaseAtHand hand, PortalDb db, Visit visit, Vault vault, AnswerDesk desk, CCHC.Portal.Cases.Routing routing) : PageModel
{
    public Feedback Case { get; private set; } = null!;
    public DueWord Due { get; private set; } = null!;
    public Submitter? Sender { get; private set; }
    public IReadOnlyList<HappenedLine> Happened { get; private set; } = [];
    public CaseCompany Company { get; private set; } = CaseCompany.None;
    public SuggestionCard Suggested { get; private set; } = null!;
    public string? Officer { get; private set; }

    /// <summary>Who wrote it down for the sender.</summary>
    public string? EnteredBy { get; private set; }

    public IReadOnlyList<Attachment> Pictures => [.. Case.Attachments.Where(file => file is { IsPicture: true, Side: AttachmentSide.Sender })];
    public IReadOnlyList<Attachment> Papers => [.. Case.Attachments.Where(file => file is { IsPicture: false, Side: AttachmentSide.Sender })];
    /// <summary>What goes with an answer, sent or waiting for a head.</summary>
    public IReadOnlyList<Attachment> AnswerFiles => [.. Case.Attachments.Where(file => file.Side != AttachmentSide.Sender)];

    public bool MayHandle => hand.MayHandle(Case) && Case is { IsOpen: true, MergedIntoId: null };
    public bool MaySetAside => MayHandle && hand.MaySetAside(Case);
    /// <summary>Says whether an idea is taken up: in a unit whose answers need approval, the head or the intake officers.</summary>
    public bool MayDecideIdea { get; private set; }
    public bool MayAssign => Case is { IsOpen: true, UnitId: not null, MergedIntoId: null } && visit.Me.Can(Deed.AssignFeedback, new Subject(Case.UnitId));
    public bool MayAskSupport => MayHandle && Case is { UnitId: not null, MergedIntoId: null };
    public SupportingUnit? Owed => Case.IsOpen ? hand.OwedBy(Case) : null;
    public bool MayNote => hand.MayHandle(Case);
    public bool MayReveal => hand.MayReveal(Case);
    /// <summary>The extension that waits for the head.</summary>
    public Extension? Asked { get; private set; }

    /// <summary>The answer that waits for a head.</summary>
    public ProposedAnswer? Proposed { get; private set; }

    /// <summary>The answer as it is being written, where one may be.</summary>
    public AnswerForm? Answer { get; private set; }

    public bool MayApprove => Proposed is not null && Proposed.WriterId != hand.Me && visit.Me.Can(Deed.ApproveAnswer, new Subject(Case.UnitId));
    /// <summary>Words were covered, and this person may see them.</summary>
    public bool MaySeeOriginal => Case.Events.Exists(happened => happened.Kind == CaseEventKind.Redacted) && visit.Me.Can(Deed.ReadOriginal, new Subject(Case.UnitId));

    public DateTimeOffset Now => hand.Now;
    public bool MayDecide => Asked is not null && Asked.AskedBy != hand.Me && visit.Me.Can(Deed.GrantExtension, new Subject(Case.UnitId));
    public bool MayTake => MayHandle && Case is { UnitId: not null } && (Case.OfficerId is null || (hand.IsOfMyUnit(Case) && (Case.OfficerId != hand.Me || Case.Clocks.Exists(clock => clock is { Kind: ClockKind.Accept, IsRunning: true }))));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await hand.ToRead(code, stop) is not { } feedback)
        {
            return NotFound();
        }
        Case = feedback;
        Suggested = SuggestionCard.Of(feedback, hand.Site, MayHandle, await routing.Rules(await routing.Current(stop), stop)) with { MaySeal = MayHandle && visit.Me.Can(Deed.TriageFeedback, new Subject(null)) };
        Due = DueWord.Of(feedback, hand.Site, VietnamTime.Day(hand.Now));
        Sender = feedback.SubmitterBox is { } box && hand.MayKnowSender(feedback) ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose).Masked() : null;
        var names = await db.NamesOf([feedback.OfficerId, feedback.EnteredBy, .. feedback.Events.Select(happened => happened.PersonId), .. feedback.Events.Select(happened => happened.ToPersonId)], stop);
        Happened = HappenedLine.Of(feedback, hand.Site, names);
        EnteredBy = feedback.EnteredBy is { } writer ? names.GetValueOrDefault(writer) : null;
        Officer = feedback.OfficerId is { } officer ? names.GetValueOrDefault(officer) : null;
        Asked = !feedback.IsOpen ? null : await db.Extensions.AsNoTracking().SingleOrDefaultAsync(extension => extension.FeedbackId == feedback.Id && extension.State == ExtensionState.Asked, stop);
        Company = await CaseCompany.Of(feedback, db, visit.Me, stop);
        Proposed = !feedback.IsOpen ? null : await db.ProposedAnswers.AsNoTracking().SingleOrDefaultAsync(proposed => proposed.FeedbackId == feedback.Id && proposed.State == ProposedState.Waiting, stop);
        Answer = Proposed is null && MayHandle && feedback is { UnitId: not null, MergedIntoId: null } ? await desk.Form(feedback, null, stop) : null;
        MayDecideIdea = MayHandle && feedback is { Kind: FeedbackKind.Idea, UnitId: not null } && (MaySetAside || !await db.NeedsApproval(feedback.UnitId, stop));
        return Page();
    }
}
