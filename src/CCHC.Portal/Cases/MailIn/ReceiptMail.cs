using System.Text.Json;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases.MailIn;

/// <summary>Who is to be told that their letter came, locked as it waits: the secret is not in it but made when it goes out.</summary>
public sealed record ReceiptMail(string To, string ReferenceCode, string CaseKey)
{
    public const string Kind = "mail-receipt", Template = "mail-received";

    public static OutboxMessage Post(ReceiptMail receipt, DateTimeOffset now) => OutboxMessage.Of(Kind, JsonSerializer.Serialize(receipt), now);
}

/// <summary>Tells whoever wrote to the mailbox both codes, in the same words whatever became of the letter.</summary>
public sealed class SendReceiptMail(IServiceScopeFactory scopes, SiteDirectory sites, SendMail post, CaseCodes codes, Vault vault) : IDeliver
{
    public string Kind => ReceiptMail.Kind;

    public async Task Deliver(OutboxMessage message, CancellationToken stop)
    {
        var receipt = message.Read<ReceiptMail>(vault)!;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(message.SiteId);
        var site = sites.ById(message.SiteId);
        var template = await db.MailTemplates.AsNoTracking().SingleOrDefaultAsync(one => one.Key == ReceiptMail.Template && one.Culture == "vi", stop)
            ?? throw new InvalidOperationException("Thiếu mẫu thư mail-received.");
        var mail = template.Fill(receipt.To, new Dictionary<string, string>
        {
            ["code"] = receipt.ReferenceCode,
            ["secret"] = codes.SecretFor(receipt.CaseKey),
            ["site"] = site.Profile.Body,
            ["link"] = site.Profile.BaseUrl + "/phan-anh/tra-cuu",
            ["phone"] = site.Profile.Phone,
        });
        await post.Carry(mail, message.Id, stop);
    }

    /// <summary>Which case it told of, for the answer to it; not whom.</summary>
    public string LeftOf(OutboxMessage message) => JsonSerializer.Serialize(message.Read<ReceiptMail>(vault)! with { To = "", CaseKey = "" });
}
