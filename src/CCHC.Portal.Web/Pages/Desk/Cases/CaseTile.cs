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

    /// <summary>The tiles over these cases; all of them in one look.</summary>
    public static async Task<IReadOnlyList<CaseTile>> Counted(IQueryable<Feedback> visible, SiteMap site, DateOnly today, CancellationToken stop, string queue = "")
    {
        var soon = Deadlines.SoonUntil(site, today);
        var counts = await visible.Unmerged().Open().GroupBy(_ => 1).Select(all => new
        {
            Late = all.Count(f => f.DueAt != null && f.DueAt < (f.PausedOn ?? today)),
            Soon = all.Count(f => f.DueAt != null && f.PausedOn == null && f.DueAt >= today && f.DueAt <= soon),
            Fresh = all.Count(f => f.State == FeedbackState.InTriage || (f.State == FeedbackState.Assigned && f.OfficerId == null)),
            InHand = all.Count(f => f.State == FeedbackState.Assigned && f.OfficerId != null),
            Waiting = all.Count(f => f.State == FeedbackState.Waiting),
        }).SingleOrDefaultAsync(stop);
        int[] numbers = counts is null ? new int[Choices.Count] : [counts.Late, counts.Soon, counts.Fresh, counts.InHand, counts.Waiting];
        return [.. Choices.Zip(numbers, (choice, count) => new CaseTile(choice.Key, choice.Label, count > 0 ? choice.Look : "", count, queue))];
    }
}
