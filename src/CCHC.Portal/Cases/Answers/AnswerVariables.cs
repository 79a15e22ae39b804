using System.Text.RegularExpressions;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases.Answers;

/// <summary>The words in double braces that a template may hold; known when it is saved, filled when it is used.</summary>
public static partial class AnswerVariables
{
    public static readonly IReadOnlyList<(string Name, string Meaning)> All =
    [
        ("ma", "mã theo dõi"), ("nguoi-gui", "người gửi, tên viết tắt như trên bàn làm việc"), ("don-vi", "đơn vị xử lý"), ("han", "hạn trả lời"), ("ngay-gui", "ngày gửi"),
        ("noi", "nơi xảy ra"), ("co-quan", "tên cơ quan"), ("dien-thoai", "số gọi của đơn vị, không có thì số của cổng"), ("hom-nay", "ngày hôm nay"),
    ];

    /// <summary>What is wrong with a text as a template: a word nobody knows, or braces left open.</summary>
    public static IEnumerable<string> Problems(string text)
    {
        foreach (var unknown in Used().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(name => !All.Any(known => known.Name == name)).Distinct())
        {
            yield return $"Không có biến {{{{{unknown}}}}}. Các biến dùng được: {string.Join(", ", All.Select(known => "{{" + known.Name + "}}"))}.";
        }
        if (Braces().Count(Used().Replace(text, "")) > 0)
        {
            yield return "Có dấu ngoặc {{ hoặc }} thừa hoặc thiếu một nửa.";
        }
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Used().Replace(text, match => values.TryGetValue(match.Groups[1].Value.Trim(), out var value) ? value : match.Value);

    public static IReadOnlyDictionary<string, string> Of(Feedback feedback, SiteMap site, Submitter? masked, DateTimeOffset now)
    {
        var unit = site.UnitById(feedback.UnitId);
        return new Dictionary<string, string>
        {
            ["ma"] = feedback.ReferenceCode,
            ["nguoi-gui"] = Addressee(masked, feedback),
            ["don-vi"] = unit?.Name ?? site.Profile.Body,
            ["han"] = feedback.DueAt is { } due ? VietnamTime.ShortDate(due) : "không hẹn ngày",
            ["ngay-gui"] = VietnamTime.ShortDate(feedback.ReceivedAt),
            ["noi"] = feedback.Place == "" ? "nơi bạn nêu" : feedback.Place,
            ["co-quan"] = site.Profile.Body,
            ["dien-thoai"] = unit is { Phone: not "" } ? unit.Phone : site.Profile.Phone,
            ["hom-nay"] = VietnamTime.ShortDate(now),
        };
    }

    /// <summary>How a letter speaks to its reader; never a whole name, for somebody else may look at the screen.</summary>
    public static string Addressee(Submitter? masked, Feedback feedback) =>
        masked is { Name: not "" } && !feedback.IdentityWithheld ? $"ông/bà {masked.Name}" : "người gửi phản ánh";

    [GeneratedRegex(@"\{\{([^{}]{0,60})\}\}")]
    private static partial Regex Used();

    [GeneratedRegex(@"\{\{|\}\}")]
    private static partial Regex Braces();
}
