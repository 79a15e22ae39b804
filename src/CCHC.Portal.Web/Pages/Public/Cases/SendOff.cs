using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Channels;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Sealed;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Decides at the last moment which of the two ways a message takes: the ordinary one, or the sealed store.</summary>
public sealed class SendOff(Intake intake, Sealing sealing, Readership readership, LikeAnswers likeAnswers, PortalDb db)
{
    /// <summary>What others asked before; nothing for what accuses somebody.</summary>
    public async Task<IReadOnlyList<PublicAnswer>> Alike(SiteMap site, SendForm form, IReadOnlyList<string> because, DateTimeOffset now, CancellationToken stop) =>
        MayBeAlike(site, form, because) ? await likeAnswers.Of(form.Message!, form.Place ?? "", form.FieldValue ?? FeedbackField.Other, now, stop) : [];

    /// <summary>The title of the answer whose matter the writer says to have met, too.</summary>
    public async Task<string?> Same(SiteMap site, SendForm form, IReadOnlyList<string> because, CancellationToken stop) =>
        MayBeAlike(site, form, because) ? (await likeAnswers.Behind(form.Same, stop))?.Title : null;

    private static bool MayBeAlike(SiteMap site, SendForm form, IReadOnlyList<string> because) =>
        because.Count == 0 && LikeAnswers.Fits(form.KindValue) && !form.IsAboutSomebody && AboutSuggestion.In(form.Message ?? "", site).Count == 0;

    /// <summary>Who would read it if it were sent now.</summary>
    public Task<ReaderList> Readers(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<string> because, CancellationToken stop)
    {
        var message = MessageOf(site, form, answers, [], true, "vi", "", null);
        return IsSealed(message, because) ? readership.UnderSeal(site, message, form.Accused(site), stop) : readership.Foresee(site, message, stop);
    }

    public Task<Receipt> Send(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, string key, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, CancellationToken stop, DeskEntry? desk = null) =>
        Send(site, form, answers, papers, because, proved, culture, KeyOf(key, form, answers, papers), desk, stop);

    // The same form with the same in it is one case however often it arrives; with other words, another file or another
    // way to be reached it is another message, and to call that one received without keeping it would lose it.
    private static string KeyOf(string key, SendForm form, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<SentFile> papers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{form.KindValue}\n{form.Message}{(form.IsAboutSomebody ? $"\n{form.AboutUnit}\n{form.AboutPost}\n{form.AboutName}" : "")}{(answers.Count > 0 ? "\n" + GivenAnswer.Write(answers) : "")}\n{Rest(form, papers)}")))[..32];

    // Files by name and size: sent twice by one finger they lie under two names in the store.
    private static string Rest(SendForm form, IReadOnlyList<SentFile> papers) => System.Text.Json.JsonSerializer.Serialize(new
    {
        form.FieldValue,
        form.Place,
        form.HappenedOn,
        form.Submitter,
        form.Withheld,
        form.WantsMail,
        form.WantsText,
        form.MayPublish,
        form.Same,
        Papers = papers.Select(paper => new { paper.Name, paper.Size }),
    });

    private async Task<Receipt> Send(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<SentFile> papers, IReadOnlyList<string> because, bool proved, string culture, string key, DeskEntry? desk, CancellationToken stop)
    {
        var message = MessageOf(site, form, answers, papers, proved, culture, key, desk);
        if (MayBeAlike(site, form, because) && await likeAnswers.Behind(form.Same, stop) is { } same)
        {
            message = message with { SeemsToBelongTo = same.Case };
        }
        return IsSealed(message, because)
            ? await sealing.Keep(site, message, form.Accused(site), because, stop, await Told(site, form, message, stop))
            : await intake.Receive(site, message, stop);
    }

    private static bool IsSealed(IncomingMessage message, IReadOnlyList<string> because) => message.Kind == FeedbackKind.Denunciation || because.Count > 0;

    private static IncomingMessage MessageOf(SiteMap site, SendForm form, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<SentFile> papers, bool proved, string culture, string key, DeskEntry? desk) =>
        new()
        {
            IdempotencyKey = key,
            Kind = form.KindValue!.Value,
            Field = form.FieldValue ?? FeedbackField.Other,
            Message = form.Message!,
            Place = form.Place ?? "",
            About = form.About(site),
            Praises = form.Praised(site)?.Id,
            HappenedOn = form.HappenedOn,
            Answers = [.. answers, .. form.Praise(site)],
            Submitter = form.Submitter,
            IdentityWithheld = form.Withheld,
            WantsMail = form.WantsMail,
            TextBy = form.WantsText ? TextWay.Sms : null,
            MayPublish = form.MayPublish && form.KindValue != FeedbackKind.AdministrativeComplaint,   // never, whatever was ticked before the kind was changed
            ProvedHuman = proved,
            Culture = culture,
            Channel = desk?.Channel ?? IntakeChannel.Web,
            EnteredBy = desk?.By,
            Files = papers,
        };

    // As the readers of the store read it: the field, the way it came, and whom it accuses in the sender's own words.
    private async Task<SealedContent> Told(SiteMap site, SendForm form, IncomingMessage message, CancellationToken stop) => new()
    {
        Field = form.FieldValue is { } field ? field.Vi() : "",
        Channel = message.Channel.Vi() + (message.EnteredBy is { } writer ? string.Concat((await db.NamesOf([writer], stop)).Values.Select(name => $", {name} nhập")) : ""),
        About = [.. form.Accused(site).Select(whom => AccusedWords.Of(site, whom.Post, whom.UnitId, whom.Name))],
    };
}

/// <summary>A message that staff wrote down for its sender: how it came, and who wrote it.</summary>
public sealed record DeskEntry(IntakeChannel Channel, Guid By);
