using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Puts a message away under seal, by whichever way it came, and names everybody it accuses so that none of them reads it.</summary>
public sealed class Sealing(SealedStore sealedStore, Conflicts conflicts, CaseCodes codes, FileStore store, DraftFiles drafts, PortalDb db)
{
    public async Task<Receipt> Keep(SiteMap site, IncomingMessage message, IReadOnlyList<AboutWhom> accused, IReadOnlyList<string> because, CancellationToken stop)
    {
        var submitter = message.Submitter;
        var content = new SealedContent
        {
            Message = message.Message,
            Place = message.Place,
            HappenedOn = message.HappenedOn,
            Name = submitter.Name,
            Address = submitter.Address,
            Phone = submitter.Phone,
            Email = submitter.Email,
            Answers = [.. message.Answers.Select(answer => new SealedAnswer(answer.Label, answer.Text))],
            WasDeclared = message.Kind == FeedbackKind.Denunciation,
            Because = [.. because],
        };
        var papers = new List<SealedPaper>();
        foreach (var paper in message.Files)
        {
            if (await drafts.Read(paper.StoreKey, stop) is { } bytes)
            {
                papers.Add(new SealedPaper(paper.Name, paper.ContentType, bytes));
            }
        }
        var secret = codes.SecretFor(message.IdempotencyKey);
        var arrival = new SealedArrival(site.Id, message.IdempotencyKey, message.ReferenceCode ?? codes.NewReference(), content) { SecretHash = codes.HashOf(secret), Papers = papers, About = await Accused(site, message, accused, stop) };
        var (code, at) = await sealedStore.Keep(arrival, stop);
        await Forget(message.Files, stop);
        return new Receipt(code, secret, at, null, null, IsSealed: true);
    }

    /// <summary>Only the encrypted copy stays; unless the same person had sent it openly before.</summary>
    public async Task Forget(IEnumerable<SentFile> files, CancellationToken stop)
    {
        foreach (var paper in files)
        {
            if (!await db.Attachments.AnyAsync(attachment => attachment.StoreKey == paper.StoreKey, stop))
            {
                store.Delete(paper.StoreKey);
            }
        }
    }

    // Whom the sender names, whom the text names, and whoever of the house bears a name that stands in it: none of them is a reader.
    private async Task<SealedAbout> Accused(SiteMap site, IncomingMessage message, IReadOnlyList<AboutWhom> accused, CancellationToken stop)
    {
        var (units, people) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var whom in accused.Concat(AboutSuggestion.In(message.Message, site)).Append(new AboutWhom(null, AboutPost.Officer, message.Message)))
        {
            var (ofUnits, ofPeople) = await conflicts.Barred(site, whom, stop);
            units.UnionWith(ofUnits);
            people.UnionWith(ofPeople);
        }
        var top = site.UnitByCode(site.Profile.RootUnit)?.Id ?? Guid.Empty;
        return new SealedAbout([.. units], [.. people], units.Contains(top) || await db.Memberships.AnyAsync(held => held.UnitId == top && people.Contains(held.PersonId), stop));
    }
}
