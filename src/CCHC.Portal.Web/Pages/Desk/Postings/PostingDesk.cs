using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Postings;

/// <summary>What must be done about disclosures and declarations: the same lists fill the page and give the number on the work list.</summary>
public sealed class PostingDesk(PortalDb db, Visit visit, TimeProvider clock)
{
    private Task<IReadOnlyList<PostingLine>>? overdue, expired;

    public const int EndingDays = 7, ExpiringDays = 60;

    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    /// <summary>Decided more than five working days ago and not public yet (Luật 10/2022/QH15 Đ12).</summary>
    public Task<IReadOnlyList<PostingLine>> Overdue(CancellationToken stop) => overdue ??= FindOverdue(stop);

    /// <summary>Declarations that ran out or soon will.</summary>
    public Task<IReadOnlyList<PostingLine>> Expired(CancellationToken stop) => expired ??= FindExpired(stop);

    private async Task<IReadOnlyList<PostingLine>> FindOverdue(CancellationToken stop) =>
        [.. (await Writable(ContentTypes.Disclosure).Unfinished().Where(edition => !edition.Item!.Editions.Any(other => other.Culture == "vi" && other.State == EditionState.Published)).ToListAsync(stop)).NewestOfEach().Select(edition => (edition, by: edition.As<Disclosure>().PostBy(visit.Site.Calendar)))
            .Where(pair => pair.by < Today).OrderBy(pair => pair.by)
            .Select(pair => PostingLine.Of(pair.edition, $"phải công khai chậm nhất {VietnamTime.ShortDate(pair.by!.Value)}, quá {visit.Site.Calendar.Counted(pair.by.Value, Today, [])} ngày làm việc"))];

    private async Task<IReadOnlyList<PostingLine>> FindExpired(CancellationToken stop) =>
        [.. (await Writable(ContentTypes.QualityCertificate).Live().ToListAsync(stop)).Select(edition => (edition, until: edition.As<QualityCertificate>().ValidUntil))
            .Where(pair => pair.until < Today.AddDays(ExpiringDays)).OrderBy(pair => pair.until)
            .Select(pair => PostingLine.Of(pair.edition, (pair.until < Today ? "đã hết hiệu lực " : "sắp hết hiệu lực ") + VietnamTime.ShortDate(pair.until!.Value)))];

    public async Task<(IReadOnlyList<PostingLine> Ending, IReadOnlyList<PostingLine> Late, IReadOnlyList<PostingLine> Past, int Standing)> Posted(CancellationToken stop)
    {
        var live = (await Writable(ContentTypes.Disclosure).Live().ToListAsync(stop)).Select(edition => (Edition: edition, Posted: edition.As<Disclosure>())).ToList();
        var now = live.Where(pair => pair.Posted.On(Today) == PostingState.Current).ToList();
        return (
            [.. now.Where(pair => pair.Posted.PostedUntil <= Today.AddDays(EndingDays)).OrderBy(pair => pair.Posted.PostedUntil).Select(pair => PostingLine.Of(pair.Edition, $"niêm yết đến {VietnamTime.ShortDate(pair.Posted.PostedUntil!.Value)}"))],
            [.. live.Where(pair => pair.Posted.PostedFrom > pair.Posted.PostBy(visit.Site.Calendar)).Select(pair => PostingLine.Of(pair.Edition, $"hạn {VietnamTime.ShortDate(pair.Posted.PostBy(visit.Site.Calendar)!.Value)}, niêm yết từ {VietnamTime.ShortDate(pair.Posted.PostedFrom!.Value)}"))],
            [.. live.Where(pair => pair.Posted.On(Today) == PostingState.Past).OrderByDescending(pair => pair.Posted.PostedUntil).Select(pair => PostingLine.Of(pair.Edition, $"niêm yết đến {VietnamTime.ShortDate(pair.Posted.PostedUntil!.Value)}"))],
            now.Count);
    }

    private IQueryable<Edition> Writable(ContentType type) => db.Editions.AsNoTracking().WritableBy(visit.Me).OfType(type).Where(edition => edition.Culture == "vi");
}

/// <summary>A disclosure or declaration in a list of those to be seen to, and why.</summary>
public sealed record PostingLine(Guid Id, string Title, string Words)
{
    public static PostingLine Of(Edition edition, string words) => new(edition.Id, edition.Title == "" ? "(chưa có tên)" : edition.Title, words);
}
