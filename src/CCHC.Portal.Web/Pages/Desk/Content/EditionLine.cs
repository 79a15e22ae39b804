using CCHC.Portal.Content;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A text as the desk's list shows it.</summary>
public sealed record EditionLine(Guid Id, string Title, string Type, string Culture, int Number, EditionState State, string? Cover, string Author, string Changed, string? Note, int? Views)
{
    public static EditionLine Of(Edition edition, IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<(Guid, string), int>? views = null) => new(
        edition.Id, edition.Title, edition.Kind.Vi, edition.Culture, edition.Number, edition.State, edition.Body.Cover,
        edition.AuthorId is { } author ? names.GetValueOrDefault(author, "Người đã rời") : "Dữ liệu ban đầu", VietnamTime.Moment(edition.ChangedAt), NoteOn(edition),
        edition.State == EditionState.Published ? views?.GetValueOrDefault((edition.ItemId, edition.Culture)) : null);

    // What a colleague must know before opening it.
    private static string? NoteOn(Edition edition) => edition switch
    {
        { ScheduleProblem: { } problem } => "Chưa làm được theo hẹn: " + problem,
        { State: EditionState.Published, OwesSecondLook: true } => "Đăng khẩn, chưa có người xem lại",
        { State: EditionState.Scheduled, PublishAt: { } at } => "Đăng lúc " + VietnamTime.Moment(at),
        { State: EditionState.Published, WithdrawAt: { } end } => "Gỡ lúc " + VietnamTime.Moment(end),
        { State: EditionState.Draft, ReviewNote: { Length: > 0 } } => "Bị trả lại",
        _ => null,
    };
}
