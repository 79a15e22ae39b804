using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A number over the inbox that leads to exactly the cases it counts.</summary>
public sealed record CaseTile(string Key, string Label, string Look, int Count, string Queue = "")
{
    public const string Open = "dang-mo", All = "tat-ca";

    public string Address => CaseFilter.Address("/quan-tri/phan-anh", Queue, Key);

    /// <summary>The choices of the state filter, in the order an officer works.</summary>
    public static readonly IReadOnlyList<(string Key, string Label, string Look)> Choices =
    [
        ("qua-han", "Quá hạn", "bad"), ("sap-han", "Đến hạn trong 2 ngày", "soon"), ("moi", "Mới, chưa ai nhận", ""),
        ("dang-xu-ly", "Đang xử lý", ""), ("cho-bo-sung", "Chờ người gửi bổ sung", ""),
    ];

    /// <summary>Those in this state; one merged into another stands only among all and among what is done.</summary>
    public static IQueryable<Feedback> Chosen(IQueryable<Feedback> feedback, string? key, SiteMap site, DateOnly today) => key switch
    {
        "qua-han" => feedback.Unmerged().Overdue(today),
        "sap-han" => feedback.Unmerged().DueSoon(today, Deadlines.SoonUntil(site, today)),
        "moi" => feedback.Unmerged().Fresh(),
        "dang-xu-ly" => feedback.Unmerged().InHand(),
        "cho-bo-sung" => feedback.Unmerged().Where(f => f.State == FeedbackState.Waiting),
        "da-xong" => feedback.Where(f => f.State == FeedbackState.Answered || f.State == FeedbackState.Forwarded || f.State == FeedbackState.Declined || f.State == FeedbackState.Withdrawn),
        All => feedback,
        _ => feedback.Unmerged().Open(),
    };

    public static async Task<IReadOnlyList<CaseTile>> Counted(IQueryable<Feedback> visible, SiteMap site, DateOnly today, CancellationToken stop, string queue = "")
    {
        var tiles = new List<CaseTile>();
        foreach (var (key, label, look) in Choices)
        {
            var count = await Chosen(visible, key, site, today).CountAsync(stop);
            tiles.Add(new CaseTile(key, label, count > 0 ? look : "", count, queue));
        }
        return tiles;
    }
}
