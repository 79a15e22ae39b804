using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Channels;

/// <summary>The SMTP server that sends the portal's mail. Without a host, mails are dropped as files into the data folder.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }
    [Range(1, 65535)] public int Port { get; init; } = 587;
    public bool UseTls { get; init; } = true;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    [Required] public string From { get; init; } = "cong-thong-tin@localhost";
}
