using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Content;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Moves an ordinary case into the sealed store: first it is kept there, then it is erased here; broken off between, or overtaken by its sender, it is simply done again.</summary>
public sealed class MovingIn(PortalDb db, SealedStore sealedStore, Erasing erasing, Accused accused, FileStore store, DraftFiles drafts, Vault vault, TimeProvider clock)
{
    private const int Tries = 10;

    public async Task Move(SiteMap site, Feedback feedback, string why, Guid by, CancellationToken stop)
    {
        var (id, place) = (feedback.Id, AnswerForm.PlaceOf(feedback.ReferenceCode));
        for (var attempt = 1; await Read(id, stop) is { } found; attempt++)
        {
            var files = found.Attachments.ConvertAll(file => file.StoreKey).Concat(await db.CoveredPictures.Where(picture => picture.FeedbackId == id).Select(picture => picture.StoreKey).ToListAsync(stop)).ToList();
            await sealedStore.Renew(await Arrival(site, found, why, stop), stop);
            await db.TypedCopies.Where(copy => copy.Place == place).ExecuteDeleteAsync(stop);
            if (await erasing.Erase(found, stop))
            {
                var shared = await db.Attachments.Where(file => files.Contains(file.StoreKey)).Select(file => file.StoreKey).ToListAsync(stop);
                files.Except(shared).ToList().ForEach(key => store.Delete(key));
                break;
            }
            if (attempt == Tries)
            {
                throw new DbUpdateConcurrencyException("The case changes faster than it can be moved.");   // said as such: somebody was faster
            }
        }
        // That it was done, and by whom; not to which case.
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = by, What = "case-moved-to-sealed", Subject = "" });
        await db.SaveChangesAsync(stop);
    }

    private Task<Feedback?> Read(Guid id, CancellationToken stop) => db.Feedback.AsNoTracking().Include(one => one.Events).Include(one => one.Attachments).Include(one => one.Abouts).Include(one => one.Bars).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, stop);

    private async Task<SealedArrival> Arrival(SiteMap site, Feedback feedback, string why, CancellationToken stop)
    {
        var sender = feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new Submitter();
        var papers = new List<SealedPaper>();
        var pictures = CoveredPicture.FirstOf(await db.CoveredPictures.AsNoTracking().Where(picture => picture.FeedbackId == feedback.Id).ToListAsync(stop)).ToDictionary(picture => picture.AttachmentId, picture => picture.StoreKey);
        foreach (var file in feedback.Attachments)
        {
            if (await drafts.Read(pictures.GetValueOrDefault(file.Id, file.StoreKey), stop) is { } bytes)
            {
                papers.Add(new SealedPaper(file.Name, file.ContentType, bytes));
            }
        }
        var covered = await db.RedactedOriginals.AsNoTracking().Where(one => one.FeedbackId == feedback.Id).OrderBy(one => one.At).FirstOrDefaultAsync(stop);
        var message = covered is null ? feedback.Message : vault.Unlock<OriginalWords>(covered.Box, RedactedOriginal.Purpose).Message;
        var names = await db.NamesOf([feedback.EnteredBy, .. feedback.Events.Select(happened => happened.PersonId), .. feedback.Events.Select(happened => happened.ToPersonId)], stop);
        var said = string.Join('\n', feedback.Events.Where(happened => happened.Kind is CaseEventKind.Added or CaseEventKind.Corrected or CaseEventKind.AskedAgain).Select(happened => happened.Text).Prepend(message));
        return new SealedArrival(site.Id, feedback.IdempotencyKey, feedback.ReferenceCode, Content(site, feedback, message, why, names))
        {
            SecretHash = feedback.SecretHash,
            Sender = new SealedSender
            {
                Name = sender.Name,
                Address = sender.Address,
                Phone = sender.Phone,
                Email = sender.Email,
                Answers = [.. feedback.GivenAnswers(vault).Where(answer => answer.IsPersonal).Select(answer => new SealedAnswer(answer.Label, answer.Text))],
            },
            Papers = papers,
            About = await accused.In(site, said, feedback.Abouts.Where(about => about.Stands).Select(about => new AboutWhom(about.UnitId, about.Post, about.Name)), feedback.Bars, stop),
        };
    }

    private static SealedContent Content(SiteMap site, Feedback feedback, string message, string why, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Message = message,
        Place = feedback.Place,
        HappenedOn = feedback.HappenedOn,
        Answers = [.. feedback.GivenAnswers().Where(answer => !answer.IsPersonal).Select(answer => new SealedAnswer(answer.Label, answer.Text))],
        Field = feedback.Field.Vi(),
        Channel = feedback.Channel.Vi() + (feedback.EnteredBy is { } writer && names.TryGetValue(writer, out var name) ? $", {name} nhập" : ""),
        About = [.. feedback.Abouts.Select(about => AccusedWords.Of(site, about.Post, about.UnitId, about.Name) + (about.Stands ? "" : " (đã gỡ)"))],
        Happened = [.. HappenedLine.Of(feedback, site, names).Reverse().Select(line => new SealedHappening(line.Words, line.When, line.Who, line.Text))],
        MovedBecause = why,
    };
}
