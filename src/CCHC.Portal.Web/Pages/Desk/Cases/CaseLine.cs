using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>A case as a list shows it; never who sent it.</summary>
public sealed record CaseLine(Guid Id, bool IsMerged, string Code, string Title, string Field, string Place, string Unit, string? Officer, bool CanBeTaken, bool NeedsHumanCheck, FeedbackState State, DueWord Due)
{
    private const int Longest = 110;

    public static CaseLine Of(Feedback feedback, SiteMap site, DateOnly today, IReadOnlyDictionary<Guid, string> names) => new(
        feedback.Id, feedback.MergedIntoId is not null, feedback.ReferenceCode, Head(feedback.Message), feedback.Field.Vi(), feedback.Place,
        site.UnitById(feedback.UnitId)?.Name ?? "Chờ phân loại",
        feedback.OfficerId is { } officer ? names.GetValueOrDefault(officer) : null,
        feedback is { State: FeedbackState.Assigned, OfficerId: null }, feedback.NeedsHumanCheck && feedback.State == FeedbackState.InTriage,
        feedback.State, DueWord.Of(feedback, site, today));

    /// <summary>The first words of a message, in place of a title it does not have.</summary>
    public static string Head(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        if (line == "")
        {
            return "Lời đã xóa theo thời hạn lưu";
        }
        if (line.Length <= Longest)
        {
            return line;
        }
        var cut = line.LastIndexOf(' ', Longest);
        return line[..(cut > 0 ? cut : Longest)] + "…";
    }
}
