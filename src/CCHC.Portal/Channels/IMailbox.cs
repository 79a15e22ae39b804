using MimeKit;

namespace CCHC.Portal.Channels;

/// <summary>A mailbox people write to. What was looked at is marked there only when it is safe with us.</summary>
public interface IMailbox
{
    /// <summary>Whether there is one at all.</summary>
    bool IsThere { get; }

    /// <summary>Hands over each letter that is not marked, oldest first; marks it when the hand says that it is kept.</summary>
    Task Each(int most, Func<ArrivedMail, Task<bool>> keep, CancellationToken stop);
}

/// <summary>One letter in the mailbox. One too large to fetch, or that cannot be read, has only its size and its place.</summary>
public sealed record ArrivedMail(string Place, long Size, DateTimeOffset At, MimeMessage? Letter);
