using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Moves an ordinary case into the sealed store: first it is kept there, then it is erased here; broken off between, it is simply done again.</summary>
public sealed class MovingIn(PortalDb db, SealedStore sealedStore, Erasing erasing, FileStore store, DraftFiles drafts, Vault vault, TimeProvider clock)
{
    public async Task Move(SiteMap site, Feedback feedback, string why, Guid by, CancellationToken stop)
    {
        await sealedStore.Keep(await Arrival(site, feedback, why, stop), stop);
        var files = feedback.Attachments.Select(file => file.StoreKey).ToList();
        await erasing.Erase(feedback, stop);
        files.ForEach(key => store.Delete(key));
        // That it was done, and by whom; not to which case.
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = by, What = "case-moved-to-sealed", Subject = "" });
        await db.SaveChangesAsync(stop);
    }

    private async Task<SealedArrival> Arrival(SiteMap site, Feedback feedback, string why, CancellationToken stop)
    {
        var sender = feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new Submitter();
        var papers = new List<SealedPaper>();
        foreach (var file in feedback.Attachments)
        {
            if (await drafts.Read(file.StoreKey, stop) is { } bytes)
            {
                papers.Add(new SealedPaper(file.Name, file.ContentType, bytes));
            }
        }
        var (units, people) = (feedback.Bars.Select(bar => bar.UnitId).OfType<Guid>().Distinct().ToList(), feedback.Bars.Select(bar => bar.PersonId).OfType<Guid>().Distinct().ToList());
        return new SealedArrival(site.Id, feedback.IdempotencyKey, feedback.ReferenceCode, Content(feedback, sender, feedback.GivenAnswers(vault), why))
        {
            SecretHash = feedback.SecretHash,
            Papers = papers,
            About = new SealedAbout(units, people, site.UnitByCode(site.Profile.RootUnit) is { } top && units.Contains(top.Id)),
        };
    }

    // What the sender added later belongs to what was said.
    private static SealedContent Content(Feedback feedback, Submitter sender, IReadOnlyList<GivenAnswer> answers, string why) => new()
    {
        Message = string.Join("\n\n", feedback.Events.Where(happened => happened.Kind == CaseEventKind.Added).OrderBy(happened => happened.At).Select(happened => happened.Text).Prepend(feedback.Message)),
        Place = feedback.Place,
        HappenedOn = feedback.HappenedOn,
        Name = sender.Name,
        Address = sender.Address,
        Phone = sender.Phone,
        Email = sender.Email,
        Answers = [.. answers.Select(answer => new SealedAnswer(answer.Label, answer.Text))],
        Because = [$"Cán bộ đầu mối chuyển: {why}"],
    };
}
