using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Sealed;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Decides at the last moment which of the two ways a message takes: the ordinary one, or the sealed store.</summary>
public sealed class SendOff(Intake intake, SealedStore sealedStore, Accused accused, CaseCodes codes, FileStore store, DraftFiles drafts, PortalDb db)
{
    public Task<Receipt> Send(SiteMap site, SendForm form, string key, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, CancellationToken stop, DeskEntry? desk = null) =>
        Send(site, form, papers, because, proved, culture, KeyOf(key, form), desk, stop);

    // The same form with the same words is one case however often it arrives; with other words it is another message,
    // and to call that one received without keeping it would lose it.
    private static string KeyOf(string key, SendForm form) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{form.KindValue}\n{form.Message}{(form.IsAboutSomebody ? $"\n{form.AboutUnit}\n{form.AboutPost}\n{form.AboutName}" : "")}")))[..32];

    private Task<Receipt> Send(SiteMap site, SendForm form, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, string key, DeskEntry? desk, CancellationToken stop) =>
        form.KindValue == FeedbackKind.Denunciation || because.Count > 0
            ? Seal(site, form, key, papers, because, desk, stop)
            : intake.Receive(site, new IncomingMessage
            {
                IdempotencyKey = key,
                Kind = form.KindValue!.Value,
                Field = form.FieldValue!.Value,
                Message = form.Message!,
                Place = form.Place ?? "",
                About = form.About(site),
                HappenedOn = form.HappenedOn,
                Submitter = form.Submitter,
                IdentityWithheld = form.Withheld,
                WantsMail = form.WantsMail,
                TextBy = form.WantsText ? TextWay.Sms : null,
                MayPublish = form.MayPublish,
                ProvedHuman = proved,
                Culture = culture,
                Channel = desk?.Channel ?? IntakeChannel.Web,
                EnteredBy = desk?.By,
                Files = papers,
            }, stop);

    private async Task<Receipt> Seal(SiteMap site, SendForm form, string key, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, DeskEntry? desk, CancellationToken stop)
    {
        var submitter = form.Submitter;
        var content = new SealedContent
        {
            Message = form.Message!,
            Place = form.Place ?? "",
            HappenedOn = form.HappenedOn,
            Name = submitter.Name,
            Address = submitter.Address,
            Phone = submitter.Phone,
            Email = submitter.Email,
            Field = form.FieldValue is { } field ? field.Vi() : "",
            Channel = (desk?.Channel ?? IntakeChannel.Web).Vi() + (desk is null ? "" : string.Concat((await db.NamesOf([desk.By], stop)).Values.Select(name => $", {name} nhập"))),
            About = [.. form.Accused(site).Select(whom => Accused.Words(site, whom.Post, whom.UnitId, whom.Name))],
            WasDeclared = form.KindValue == FeedbackKind.Denunciation,
            Because = [.. because],
        };
        var sealedPapers = new List<SealedPaper>();
        foreach (var paper in papers)
        {
            if (await drafts.Read(paper.StoreKey, stop) is { } bytes)
            {
                sealedPapers.Add(new SealedPaper(paper.Name, paper.ContentType, bytes));
            }
        }
        var secret = codes.SecretFor(key);
        var arrival = new SealedArrival(site.Id, key, codes.NewReference(), content) { SecretHash = codes.HashOf(secret), Papers = sealedPapers, About = await accused.In(site, form.Message!, form.Accused(site), [], stop) };
        var (code, at) = await sealedStore.Keep(arrival, stop);
        foreach (var paper in papers)
        {
            if (!await db.Attachments.AnyAsync(attachment => attachment.StoreKey == paper.StoreKey, stop))
            {
                store.Delete(paper.StoreKey);   // only the encrypted copy stays; unless the same person had sent it openly before
            }
        }
        return new Receipt(code, secret, at, null, null, IsSealed: true);
    }
}

/// <summary>A message that staff wrote down for its sender: how it came, and who wrote it.</summary>
public sealed record DeskEntry(IntakeChannel Channel, Guid By);
