using System.Globalization;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Language;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>What is typed for a notice; days and hours are Viet Nam's.</summary>
public sealed class NoticeForm
{
    public string? Severity { get; set; }
    public string? Text { get; set; }
    public string? TextEn { get; set; }
    public string? Link { get; set; }
    public string? About { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? WorkFrom { get; set; }
    public string? Reason { get; set; }

    public NoticeSeverity SeverityValue => Enum.TryParse<NoticeSeverity>(Severity, out var severity) && Enum.IsDefined(severity) ? severity : NoticeSeverity.Note;

    public Notice Alert(Guid by, DateTimeOffset now) => Of(NoticeKind.Alert, SeverityValue, At(From) ?? now, by, now);

    /// <summary>Announced from this moment until the portal is back.</summary>
    public Notice Maintenance(Guid by, DateTimeOffset now) => Of(NoticeKind.Maintenance, NoticeSeverity.Note, now, by, now);

    public static string Typed(DateTimeOffset at) => $"{VietnamTime.Day(at):yyyy-MM-dd}T{VietnamTime.Clock(at):HH:mm}";

    // Nothing typed, or nothing readable, ends in the past: the rules then ask for it.
    private Notice Of(NoticeKind kind, NoticeSeverity severity, DateTimeOffset from, Guid by, DateTimeOffset now) => new()
    {
        Kind = kind,
        Severity = severity,
        Text = VietnameseText.CleanLine(Text),
        TextEn = VietnameseText.CleanLine(TextEn),
        Link = VietnameseText.CleanLine(Link),
        About = kind == NoticeKind.Alert ? VietnameseText.CleanLine(About) : "",
        From = from,
        Until = At(Until) ?? DateTimeOffset.MinValue,
        WorkFrom = kind == NoticeKind.Maintenance ? At(WorkFrom) : null,
        Reason = kind == NoticeKind.Maintenance ? VietnameseText.CleanLine(Reason) : "",
        PostedAt = now,
        PostedBy = by,
    };

    private static DateTimeOffset? At(string? typed) =>
        DateTime.TryParseExact(typed, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "dd/MM/yyyy HH:mm", "d/M/yyyy H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? VietnamTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;
}
