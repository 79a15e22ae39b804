using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Receives a message: one transaction holds the case, its files, its history and its mails, or nothing does.</summary>
public sealed class Intake(PortalDb db, Vault vault, CaseCodes codes, Routing routing, Conflicts conflicts, Deadlines deadlines, CaseMails mails, TimeProvider clock)
{
    public async Task<Receipt> Receive(SiteMap site, IncomingMessage message, CancellationToken stop)
    {
        if (await Earlier(message.IdempotencyKey, stop) is { } earlier)
        {
            return earlier;
        }

        var feedback = await Build(site, message, stop);
        db.Feedback.Add(feedback);
        if (message.Channel != IntakeChannel.Email)
        {
            await mails.Received(site, feedback, message.Submitter.Email, stop);   // a letter's receipt carries both codes and goes its own way
        }
        if (message.SeemsToBelongTo is { } other)
        {
            db.CaseLinks.Add(new CaseLink { SiteId = site.Id, FeedbackId = feedback.Id, OtherId = other, At = feedback.ReceivedAt });
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same form arrived twice at once: the unique key kept the second out, and the first one's receipt is the answer.
            db.ChangeTracker.Clear();
            if (await Earlier(message.IdempotencyKey, stop) is { } first)
            {
                return first;
            }
            throw;
        }
        return ReceiptOf(feedback);
    }

    /// <summary>The case a message would become now, not kept: where it would go, and who may not have it.</summary>
    public Task<Feedback> Foresee(SiteMap site, IncomingMessage message, CancellationToken stop) => Build(site, message, stop);

    private async Task<Feedback> Build(SiteMap site, IncomingMessage message, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var tags = message.Tags.Count > 0 ? message.Tags : Suggestions.TagsOf(message.Message, message.Field);
        var feedback = new Feedback
        {
            SiteId = site.Id,
            ReferenceCode = message.ReferenceCode ?? codes.NewReference(),
            SecretHash = codes.HashOf(codes.SecretFor(message.IdempotencyKey)),
            IdempotencyKey = message.IdempotencyKey,
            Message = message.Message,
            Place = message.Place,
            Tags = string.Join(' ', tags),
            HappenedOn = message.HappenedOn,
            Given = GivenAnswer.Write([.. message.Answers.Select(answer => answer.Masked)]),
            GivenBox = message.Answers.Where(answer => answer.IsPersonal).ToList() is { Count: > 0 } personal ? vault.Lock(personal, Feedback.GivenPurpose) : null,
            SubmitterBox = message.Submitter.IsEmpty ? null : vault.Lock(message.Submitter, Feedback.IdentityPurpose),
            IdentityWithheld = message.IdentityWithheld,
            WantsMail = message.WantsMail && message.Submitter.Email != "",
            TextBy = message.Submitter.Phone == "" ? null : message.TextBy,
            MayPublish = message.MayPublish,
            Culture = message.Culture,
            Channel = message.Channel,
            EnteredBy = message.EnteredBy,
            NeedsHumanCheck = !message.ProvedHuman,
            ReceivedAt = now,
        };
        var routed = await routing.Decide(site, new RoutingQuestion(message.Kind, message.Field, message.Place, tags), stop);
        var unit = await WithoutConflict(site, feedback, message, routed.Unit, stop);
        feedback.Receive(message.Kind, message.Field, unit?.Id, deadlines.For(site, message.Kind, now));
        feedback.StartClocks(deadlines.TermsOf(site));
        // A line that was set aside for a conflict does not bring its helpers either.
        feedback.AskSupportFrom(unit?.Id == routed.Unit?.Id ? routed.Supporting.Where(helper => helper.Kind is UnitKind.Internal or UnitKind.Peer).Select(helper => helper.Id) : [], deadlines.TermsOf(site));
        await ExpectFrom(feedback, routed.OwnerId, stop);
        feedback.Attachments.AddRange(message.Files.Select(file => Attachment.Of(feedback, file)));
        return feedback;
    }

    // Whom it is about is known before it is anybody's.
    private async Task<Unit?> WithoutConflict(SiteMap site, Feedback feedback, IncomingMessage message, Unit? routed, CancellationToken stop)
    {
        if (message.Kind == FeedbackKind.Praise)
        {
            return site.UnitById(message.Praises) is { Kind: UnitKind.Internal or UnitKind.Peer } praised ? praised : routed;
        }
        foreach (var whom in message.About)
        {
            await conflicts.Note(site, feedback, whom, AboutSource.Sender, null, feedback.ReceivedAt, stop);
        }
        foreach (var whom in message.About.Count > 0 || !Conflicts.Accuses(message.Kind) ? [] : AboutSuggestion.In(message.Message, site))
        {
            await conflicts.Note(site, feedback, whom, AboutSource.Text, null, feedback.ReceivedAt, stop);
        }
        return await conflicts.Instead(site, feedback, routed, stop);
    }

    // A default owner who left the unit or the house is nobody's expectation; the queue of the unmatched has one of its own.
    private async Task ExpectFrom(Feedback feedback, Guid? owner, CancellationToken stop)
    {
        var unit = feedback.UnitId;
        if (owner is { } id && !feedback.IsBarredTo(id, []) && await db.People.AnyAsync(person => person.Id == id && person.IsActive && person.Memberships.Any(held => unit == null ? held.Role == Role.IntakeOfficer : held.UnitId == unit), stop))
        {
            feedback.ExpectFrom(id);
        }
    }

    private async Task<Receipt?> Earlier(string key, CancellationToken stop) =>
        await db.Feedback.AsNoTracking().SingleOrDefaultAsync(feedback => feedback.IdempotencyKey == key, stop) is { } earlier ? ReceiptOf(earlier) : null;

    private Receipt ReceiptOf(Feedback feedback) =>
        new(feedback.ReferenceCode, codes.SecretFor(feedback.IdempotencyKey), feedback.ReceivedAt, feedback.DueAt, feedback.UnitId, IsSealed: false);
}
