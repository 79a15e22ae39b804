using CCHC.Portal.Content;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.SearchWords;

/// <summary>A pinned answer with what it shows, and whether it is shown today.</summary>
public sealed record PinLine(PinnedAnswer Pin, string Title, string? Address, string State)
{
    public static async Task<IReadOnlyList<PinLine>> All(PortalDb db, DateOnly today, CancellationToken stop)
    {
        var pins = await db.PinnedAnswers.AsNoTracking().ToListAsync(stop);
        var items = pins.Select(pin => pin.ItemId).Distinct().ToList();
        var live = (await db.Editions.AsNoTracking().Live().Where(edition => items.Contains(edition.ItemId)).ToListAsync(stop))
            .GroupBy(edition => edition.ItemId).ToDictionary(same => same.Key, same => same.OrderByDescending(edition => edition.Culture == "vi").First());
        return [.. pins.Select(pin => Of(pin, live.GetValueOrDefault(pin.ItemId), today)).OrderBy(line => line.Pin.Text, StringComparer.Ordinal)];
    }

    private static PinLine Of(PinnedAnswer pin, Edition? edition, DateOnly today) => new(pin, edition?.Title ?? "Bài không còn trên cổng", edition?.Address,
        edition is null ? "Không hiện: bài đã gỡ" : pin.IsUp(today) ? "Đang hiện đầu kết quả" : pin.From > today ? "Chưa đến ngày" : "Đã hết hạn");
}
