using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Puts a message away under seal, by whichever way it came, and names everybody it accuses so that none of them reads it.</summary>
public sealed class Sealing(SealedStore sealedStore, Accused accused, CaseCodes codes, FileStore store, DraftFiles drafts, PortalDb db)
{
    public async Task<Receipt> Keep(SiteMap site, IncomingMessage message, IReadOnlyList<AboutWhom> named, IReadOnlyList<string> because, CancellationToken stop, SealedContent? told = null)
    {
        var submitter = message.Submitter;
        var content = (told ?? new SealedContent { Channel = CameBy(message.Channel) }) with
        {
            Message = message.Message,
            Place = message.Place,
            HappenedOn = message.HappenedOn,
            Answers = [.. message.Answers.Where(answer => !answer.IsPersonal).Select(answer => new SealedAnswer(answer.Label, answer.Text))],
            WasDeclared = message.Kind == FeedbackKind.Denunciation,
            Because = [.. because],
        };
        var sender = new SealedSender
        {
            Name = submitter.Name,
            Address = submitter.Address,
            Phone = submitter.Phone,
            Email = submitter.Email,
            Answers = [.. message.Answers.Where(answer => answer.IsPersonal).Select(answer => new SealedAnswer(answer.Label, answer.Text))],
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
        var arrival = new SealedArrival(site.Id, message.IdempotencyKey, message.ReferenceCode ?? codes.NewReference(), content) { SecretHash = codes.HashOf(secret), Sender = sender, Papers = papers, About = await accused.In(site, message.Message, named, [], stop) };
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

    private static string CameBy(IntakeChannel channel) => channel switch
    {
        IntakeChannel.Email => "Thư điện tử",
        IntakeChannel.Hotline1022 => "Tổng đài 1022",
        _ => "",
    };
}
