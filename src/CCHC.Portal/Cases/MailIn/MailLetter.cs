using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.MailIn;

/// <summary>That a letter of the mailbox was looked at, and what became of it; its words are with the case, or with nobody.</summary>
public sealed class MailLetter : ISiteOwned
{
    public const string Purpose = "mail-letter", SenderPurpose = "mail-sender";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The fingerprint of its Message-ID: the same letter is looked at once.</summary>
    public required string Key { get; init; }

    public MailOutcome Outcome { get; init; }

    /// <summary>Why it was left for a person, or not looked at further.</summary>
    public string Why { get; init; } = "";

    /// <summary>The keyed fingerprint of who sent it, for the pace.</summary>
    public byte[] SenderPrint { get; init; } = [];

    /// <summary>How to find it in the mailbox, locked: sender, subject and hour of a letter left for a person.</summary>
    public byte[] Box { get; init; } = [];

    public DateTimeOffset At { get; init; }
    public DateTimeOffset? SettledAt { get; private set; }

    public void Settle(DateTimeOffset now) => SettledAt ??= now;

    public static string KeyOf(string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("mail\n" + messageId)))[..32];
}

/// <summary>What became of a letter. Whether what was taken lies with the cases or under seal is not said here.</summary>
public enum MailOutcome { Taken, Joined, Ignored, ForPerson }

/// <summary>How a person finds a letter in the mailbox.</summary>
public sealed record MailPlace(string From, string Subject, DateTimeOffset Sent);
