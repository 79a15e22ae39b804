using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.MailIn;
using CCHC.Portal.Channels;
using CCHC.Portal.Language;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CCHC.Portal.Operations;

/// <summary>Makes of a letter a case, a sealed message, an addition to its sender's case, or a line for a person; each letter once, and whole before the mailbox is told.</summary>
public sealed partial class TakingMail(PortalDb db, Intake intake, Sealing sealing, SealedMailbox sealedMailbox, LetterPapers papers, CaseCodes codes, Vault vault, MailSettings mail, MailboxSettings settings, TimeProvider clock)
{
    private const int MostCharacters = 10_000, MostAdded = 5_000, LongestSubject = 200;

    /// <summary>True when the letter is safe with us, or needs nothing more: the mailbox may mark it.</summary>
    public async Task<bool> Take(SiteMap site, ArrivedMail arrived, CancellationToken stop)
    {
        var key = MailLetter.KeyOf(arrived.Letter?.MessageId ?? arrived.Place);
        if (!await db.MailLetters.AnyAsync(letter => letter.Key == key, stop))
        {
            await Decide(site, arrived, key, stop);
        }
        return true;
    }

    private Task Decide(SiteMap site, ArrivedMail arrived, string key, CancellationToken stop)
    {
        if (arrived.Letter is not { } letter)
        {
            return Keep(ForPerson(arrived, key, arrived.Size > settings.MostMegabytes * 1024L * 1024 ? $"Thư lớn quá {settings.MostMegabytes} MB." : "Không đọc được thư."), stop);
        }
        return LetterKind.WhyNobody(letter, MailboxAddress.Parse(mail.From).Address) is { } nobody
            ? Keep(new MailLetter { Key = key, Outcome = MailOutcome.Ignored, Why = nobody, At = clock.GetUtcNow() }, stop)
            : Read(site, arrived, letter, key, stop);
    }

    private async Task Read(SiteMap site, ArrivedMail arrived, MimeMessage letter, string key, CancellationToken stop)
    {
        if (LetterKind.SenderOf(letter) is not { } sender)
        {
            await Keep(ForPerson(arrived, key, "Không rõ người gửi."), stop);
            return;
        }
        var (print, since) = (vault.Fingerprint(sender.Address.ToLowerInvariant(), MailLetter.SenderPurpose), clock.GetUtcNow().AddDays(-1));
        if (await db.MailLetters.CountAsync(other => other.SenderPrint == print && other.At > since && (other.Outcome == MailOutcome.Taken || other.Outcome == MailOutcome.Joined), stop) >= settings.MostInDay)
        {
            await Keep(ForPerson(arrived, key, $"Một người gửi quá {settings.MostInDay} thư trong một ngày."), stop);
            return;
        }
        var text = LetterText.Of(letter);
        var (files, refused) = await papers.Keep(letter, stop);
        if ((text == "" && files.Count == 0) || text.Length > MostCharacters)
        {
            await Keep(ForPerson(arrived, key, text == "" ? "Thư không có chữ nào đọc được." : "Thư dài quá 10.000 ký tự."), stop);
            return;
        }
        await Sort(site, letter, new Said(key, sender, print, refused == "" ? text : $"{text}\n\n{refused}", files), stop);
    }

    private async Task Sort(SiteMap site, MimeMessage letter, Said said, CancellationToken stop)
    {
        var code = await CodeIn(letter, stop);
        var feedback = code is null ? null : await db.Feedback.SingleOrDefaultAsync(one => one.ReferenceCode == code && one.State != FeedbackState.Withdrawn, stop);
        var isTheirs = feedback?.SubmitterBox is { } box && vault.Unlock<Submitter>(box, Feedback.IdentityPurpose).Email.Equals(said.Sender.Address, StringComparison.OrdinalIgnoreCase);
        var because = SuspectedDenunciation.Because($"{letter.Subject}\n{said.Text}");
        if (because.Count == 0 && isTheirs && feedback!.IsOpen && said.Text.Length <= MostAdded)
        {
            feedback.Add(said.Text, clock.GetUtcNow(), site.Calendar);
            db.Attachments.AddRange(said.Files.Select(paper => Attachment.Of(feedback, paper)));
            await Keep(new MailLetter { Key = said.Key, Outcome = MailOutcome.Joined, SenderPrint = said.Print, At = clock.GetUtcNow() }, stop);
            return;
        }
        // An answer to something under seal goes there too; who may read that case judges whether they belong together.
        var isOfSealed = feedback is null && code is not null && await sealedMailbox.Find(site.Id, code, stop) is not null;
        await Begin(site, MessageOf(letter, said) with { SeemsToBelongTo = feedback?.Id }, isOfSealed ? [.. because, $"Trả lời cho {code}"] : because, said, stop);
    }

    private async Task Begin(SiteMap site, IncomingMessage message, IReadOnlyList<string> because, Said said, CancellationToken stop)
    {
        var taken = new MailLetter { Key = said.Key, Outcome = MailOutcome.Taken, SenderPrint = said.Print, At = clock.GetUtcNow() };
        if (because.Count > 0)
        {
            var receipt = await sealing.Keep(site, message, [], because, stop);   // begun anew after a crash, it is the same one with the same code
            db.Outbox.Add(ReceiptMail.Post(new ReceiptMail(said.Sender.Address, receipt.ReferenceCode, message.IdempotencyKey), clock.GetUtcNow()));
            await Keep(taken, stop);
            return;
        }
        db.MailLetters.Add(taken);   // letter, case and receipt in one save
        db.Outbox.Add(ReceiptMail.Post(new ReceiptMail(said.Sender.Address, message.ReferenceCode!, message.IdempotencyKey), clock.GetUtcNow()));
        await intake.Receive(site, message, stop);
    }

    private IncomingMessage MessageOf(MimeMessage letter, Said said)
    {
        var subject = VietnameseText.CleanLine(letter.Subject);
        subject = subject.Length > LongestSubject ? subject[..LongestSubject] : subject;
        var name = VietnameseText.CleanLine(said.Sender.Name);
        var text = subject == "" ? said.Text : $"{subject}\n\n{said.Text}";
        return new IncomingMessage
        {
            IdempotencyKey = said.Key,
            ReferenceCode = codes.NewReference(),
            Field = FeedbackField.Other,   // a person says what it is: nobody chose anything
            Message = text.Length > MostCharacters ? text[..MostCharacters] : text,
            Submitter = new Submitter { Name = name.Length > 100 ? name[..100] : name, Email = said.Sender.Address },
            WantsMail = true,
            Channel = IntakeChannel.Email,
            Files = said.Files,
        };
    }

    /// <summary>The code of a case in the subject, or that of the letter of ours which it answers.</summary>
    private async Task<string?> CodeIn(MimeMessage letter, CancellationToken stop)
    {
        if (CodeOf(letter.Subject) is { } inSubject)
        {
            return inSubject;
        }
        foreach (var answered in letter.References.Append(letter.InReplyTo).Where(id => id?.EndsWith("@portal", StringComparison.Ordinal) == true).Take(20))
        {
            if (Guid.TryParseExact(answered![..^"@portal".Length], "N", out var id) && await db.Outbox.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop) is { } ours)
            {
                return ours.Kind == ReceiptMail.Kind ? ours.Read<ReceiptMail>(vault)?.ReferenceCode
                    : await db.Feedback.Where(one => one.Id == ours.FeedbackId).Select(one => one.ReferenceCode).SingleOrDefaultAsync(stop);
            }
        }
        return null;
    }

    private static string? CodeOf(string? text) =>
        Code().Match(text ?? "") is { Success: true } found && CaseCodes.FaultOf(found.Value) == CodeFault.None ? CaseCodes.TidyReference(found.Value) : null;

    private MailLetter ForPerson(ArrivedMail arrived, string key, string why) => new()
    {
        Key = key,
        Outcome = MailOutcome.ForPerson,
        Why = why,
        At = clock.GetUtcNow(),
        Box = vault.Lock(new MailPlace(arrived.Letter?.From.ToString() ?? "", arrived.Letter?.Subject ?? "", arrived.Letter?.Date ?? arrived.At), MailLetter.Purpose),
    };

    private Task Keep(MailLetter letter, CancellationToken stop)
    {
        db.MailLetters.Add(letter);
        return db.SaveChangesAsync(stop);
    }

    [GeneratedRegex(@"\bPA-?[0-9A-Z]{4}-?[0-9A-Z]{4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    private sealed record Said(string Key, MailboxAddress Sender, byte[] Print, string Text, IReadOnlyList<SentFile> Files);
}
