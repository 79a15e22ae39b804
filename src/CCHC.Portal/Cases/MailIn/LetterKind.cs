using MimeKit;

namespace CCHC.Portal.Cases.MailIn;

/// <summary>Tells letters that people write from those that programs send: absences, bounces, lists, ourselves.</summary>
public static class LetterKind
{
    private static readonly string[] Programs = ["mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply", "bounce", "bounces"];
    private static readonly string[] ListMarks = ["List-Id", "List-Unsubscribe", "X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "Feedback-ID"];

    /// <summary>Why no person wrote it; null when one did.</summary>
    public static string? WhyNobody(MimeMessage letter, string ourAddress)
    {
        var from = SenderOf(letter)?.Address ?? "";
        return from.Equals(ourAddress, StringComparison.OrdinalIgnoreCase) ? "Thư của chính cổng."
            : letter.Body is MultipartReport || letter.Headers["Return-Path"]?.Trim() == "<>" ? "Thư báo không gửi được."
            : letter.Headers[HeaderId.AutoSubmitted] is { } auto && !auto.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase) ? "Thư trả lời tự động."
            : Programs.Contains(from.Split('@')[0].ToLowerInvariant()) ? "Thư do chương trình gửi."
            : letter.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk" or "auto_reply" || Array.Exists(ListMarks, letter.Headers.Contains) ? "Thư gửi hàng loạt hoặc tự động."
            : null;
    }

    /// <summary>Who wrote it; null when that is nobody or several.</summary>
    public static MailboxAddress? SenderOf(MimeMessage letter) =>
        letter.From.Mailboxes.ToList() is [{ Address: { Length: > 3 and <= 200 } address } only] && address.IndexOf('@') is > 0 && address.All(letter => letter is > ' ' and not '\u007f') ? only : null;
}
