using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>How often pages were opened: by day, and by page with its title.</summary>
public sealed class ViewFigures(PortalDb db)
{
    private const int Several = 3;

    /// <summary>Every day from the first to the last, also those without a view.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Views)>> ByDay(DateOnly first, DateOnly last, CancellationToken stop)
    {
        var counted = await db.ViewCounts.AsNoTracking().Since(first).Where(count => count.Day <= last)
            .GroupBy(count => count.Day).Select(group => new { Day = group.Key, Views = group.Sum(count => count.Views) }).ToDictionaryAsync(row => row.Day, row => row.Views, stop);
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => (day, counted.GetValueOrDefault(day)))];
    }

    /// <summary>What people looked for most since a day and did not find.</summary>
    public async Task<IReadOnlyList<(string Words, int Times)>> Sought(DateOnly since, int most, CancellationToken stop) =>
        [.. (await db.SearchTallies.AsNoTracking().Where(search => search.Day >= since && search.Times > 0).GroupBy(search => search.Words).Select(group => new { Words = group.Key, Times = group.Sum(search => search.Times) })
            .OrderByDescending(row => row.Times).ThenBy(row => row.Words).Take(most).ToListAsync(stop)).Select(row => (row.Words, row.Times))];

    /// <summary>What people looked for most since a day; what only one or two asked is nobody's business.</summary>
    public async Task<IReadOnlyList<(string Words, int Times)>> Asked(DateOnly since, int most, CancellationToken stop) =>
        [.. (await db.SearchTallies.AsNoTracking().Where(search => search.Day >= since).GroupBy(search => search.Words).Select(group => new { Words = group.Key, Times = group.Sum(search => search.Answered) })
            .Where(row => row.Times >= Several).OrderByDescending(row => row.Times).ThenBy(row => row.Words).Take(most).ToListAsync(stop)).Select(row => (row.Words, row.Times))];

    /// <summary>The pages opened most since a day.</summary>
    public async Task<IReadOnlyList<ViewLine>> MostOpened(DateOnly since, int most, CancellationToken stop)
    {
        var rows = await db.ViewCounts.AsNoTracking().Since(since).GroupBy(count => new { count.Page, count.ItemId })
            .Select(group => new { group.Key.Page, group.Key.ItemId, Views = group.Sum(count => count.Views), English = group.Sum(count => count.Culture == "en" ? count.Views : 0) })
            .OrderByDescending(row => row.Views).ThenBy(row => row.Page).Take(most).ToListAsync(stop);
        var pages = await PageWords.Of(db, rows.Select(row => new ReadPage { Key = row.Page, ItemId = row.ItemId, Culture = "vi" }), stop);
        return [.. rows.Select(row => ViewLine.Of(row.Page, row.Views, row.English, pages.GetValueOrDefault(row.Page)))];
    }
}

/// <summary>A page with how often it was opened.</summary>
public sealed record ViewLine(string Title, string Address, int Views, int English)
{
    // Pages that are no content and have no title in the database.
    private static readonly Dictionary<string, string> Own = new()
    {
        ["/"] = "Trang chủ",
        ["/tin-tuc"] = "Tin tức",
        ["/thu-tuc"] = "Thủ tục hành chính",
        ["/huong-dan"] = "Hướng dẫn thủ tục",
        ["/chu-de"] = "Cải cách hành chính",
        ["/mo-hinh"] = "Mô hình, sáng kiến",
        ["/van-ban"] = "Văn bản",
        ["/phan-anh"] = "Phản ánh – Kiến nghị",
        ["/tim-kiem"] = "Tìm kiếm",
        ["/tra-cuu-ho-so"] = "Tra cứu hồ sơ",
        ["/khan-cap"] = "Trang khẩn cấp",
        ["/so-do-trang"] = "Sơ đồ trang",
    };

    public static ViewLine Of(string page, int views, int english, PageWords? words) =>
        new(words?.Title ?? Own.GetValueOrDefault(page, page), words?.Address ?? (page.StartsWith('/') ? page : "/"), views, english);
}
