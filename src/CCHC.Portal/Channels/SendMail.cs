using CCHC.Portal.Storage;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CCHC.Portal.Channels;

/// <summary>Delivers a mail from the outbox through SMTP, or into the drop folder when no server is set.</summary>
public sealed class SendMail(MailSettings mail, StorageSettings storage, Vault vault) : IDeliver
{
    public string Kind => Mail.Kind;

    public Task Deliver(OutboxMessage message, CancellationToken stop) => Carry(message.Read<Mail>(vault)!, message.Id, stop);

    /// <summary>Carries one letter; under the same id it is the same letter.</summary>
    public async Task Carry(Mail text, Guid id, CancellationToken stop)
    {
        var letter = Compose(text, id);
        if (string.IsNullOrEmpty(mail.Host))
        {
            var folder = Directory.CreateDirectory(storage.Under("mail")).FullName;
            await letter.WriteToAsync(Path.Combine(folder, id.ToString("N") + ".eml"), stop);
            return;
        }

        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(mail.Host, mail.Port, mail.UseTls ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.None, stop);
        if (!string.IsNullOrEmpty(mail.User))
        {
            await client.AuthenticateAsync(mail.User, mail.Password ?? "", stop);
        }
        await client.SendAsync(letter, stop);
        await client.DisconnectAsync(true, stop);
    }

    private MimeMessage Compose(Mail text, Guid id)
    {
        var letter = new MimeMessage { Subject = text.Subject, Body = new TextPart("plain") { Text = text.Body } };
        letter.From.Add(MailboxAddress.Parse(mail.From));
        letter.To.Add(MailboxAddress.Parse(text.To));
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");   // no machine answers it, and ours knows its own
        letter.MessageId = $"{id:N}@portal";   // the same message delivered twice is seen as one
        return letter;
    }
}
