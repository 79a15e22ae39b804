using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace CCHC.Portal.Channels;

/// <summary>A mailbox read through IMAP. Letters we have bear a mark of our own; where a server keeps no such marks, that they were read.</summary>
public sealed class ImapMailbox(MailboxSettings settings) : IMailbox
{
    private const string Mark = "CongDaNhan";

    public bool IsThere => !string.IsNullOrEmpty(settings.Host);

    public async Task Each(int most, Func<ArrivedMail, Task<bool>> keep, CancellationToken stop)
    {
        using var client = new ImapClient { Timeout = 30_000 };
        await client.ConnectAsync(settings.Host!, settings.Port, settings.UseTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None, stop);
        await client.AuthenticateAsync(settings.User ?? "", settings.Password ?? "", stop);
        var folder = await client.GetFolderAsync(settings.Folder, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        var keepsMarks = folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);
        var waiting = await folder.SearchAsync(keepsMarks ? SearchQuery.Not(SearchQuery.HasKeyword(Mark)) : SearchQuery.NotSeen, stop);
        foreach (var letter in await Summaries(folder, [.. waiting.Take(most)], stop))
        {
            if (await keep(await Fetch(folder, letter, stop)))
            {
                await folder.StoreAsync(letter.UniqueId, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen, keepsMarks ? [Mark] : []) { Silent = true }, stop);
            }
        }
        await client.DisconnectAsync(true, stop);
    }

    private static async Task<IEnumerable<IMessageSummary>> Summaries(IMailFolder folder, IList<UniqueId> waiting, CancellationToken stop) => waiting.Count == 0 ? []
        : (await folder.FetchAsync(waiting, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, stop)).OrderBy(letter => letter.UniqueId.Id);

    private async Task<ArrivedMail> Fetch(IMailFolder folder, IMessageSummary letter, CancellationToken stop)
    {
        var mail = new ArrivedMail($"{folder.UidValidity}/{letter.UniqueId.Id}", letter.Size ?? 0, letter.InternalDate ?? default, null);
        if (mail.Size > settings.MostMegabytes * 1024L * 1024)
        {
            return mail;
        }
        try
        {
            return mail with { Letter = await folder.GetMessageAsync(letter.UniqueId, stop) };
        }
        catch (FormatException)
        {
            return mail;   // no letter a program can read
        }
    }
}
