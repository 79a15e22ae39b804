using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Decides at the last moment which of the two ways a message takes: the ordinary one, or the sealed store.</summary>
public sealed class SendOff(Intake intake, SealedStore sealedStore, Conflicts conflicts, CaseCodes codes, FileStore store, DraftFiles drafts, PortalDb db)
{
    public Task<Receipt> Send(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, string key, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, CancellationToken stop, DeskEntry? desk = null) =>
        Send(site, form, answers, papers, because, proved, culture, KeyOf(key, form, answers), desk, stop);

    // The same form with the same words is one case however often it arrives; with other words it is another message,
    // and to call that one received without keeping it would lose it.
    private static string KeyOf(string key, SendForm form, IReadOnlyList<GivenAnswer> answers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{form.KindValue}\n{form.Message}{(form.IsAboutSomebody ? $"\n{form.AboutUnit}\n{form.AboutPost}\n{form.AboutName}" : "")}{(answers.Count > 0 ? "\n" + GivenAnswer.Write(answers) : "")}")))[..32];

    private Task<Receipt> Send(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, string key, DeskEntry? desk, CancellationToken stop) =>
        form.KindValue == FeedbackKind.Denunciation || because.Count > 0
            ? Seal(site, form, answers, key, papers, because, stop)
            : intake.Receive(site, new IncomingMessage
            {
                IdempotencyKey = key,
                Kind = form.KindValue!.Value,
                Field = form.FieldValue!.Value,
                Message = form.Message!,
                Place = form.Place ?? "",
                About = form.About(site),
                HappenedOn = form.HappenedOn,
                Answers = answers,
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

    private async Task<Receipt> Seal(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, string key, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, CancellationToken stop)
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
            WasDeclared = form.KindValue == FeedbackKind.Denunciation,
            Answers = [.. answers.Select(answer => new SealedAnswer(answer.Label, answer.Text))],
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
        var arrival = new SealedArrival(site.Id, key, codes.NewReference(), content) { SecretHash = codes.HashOf(secret), Papers = sealedPapers, About = await Accused(site, form, stop) };
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

    // Whom the sender names, whom the text names, and whoever of the house bears a name that stands in it: none of them is a reader.
    private async Task<SealedAbout> Accused(SiteMap site, SendForm form, CancellationToken stop)
    {
        var (units, people) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var whom in form.Accused(site).Concat(AboutSuggestion.In(form.Message!, site)).Append(new AboutWhom(null, AboutPost.Officer, form.Message!)))
        {
            var (ofUnits, ofPeople) = await conflicts.Barred(site, whom, stop);
            units.UnionWith(ofUnits);
            people.UnionWith(ofPeople);
        }
        var top = site.UnitByCode(site.Profile.RootUnit)?.Id ?? Guid.Empty;
        return new SealedAbout([.. units], [.. people], units.Contains(top) || await db.Memberships.AnyAsync(held => held.UnitId == top && people.Contains(held.PersonId), stop));
    }
}

/// <summary>A message that staff wrote down for its sender: how it came, and who wrote it.</summary>
public sealed record DeskEntry(IntakeChannel Channel, Guid By);
