using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>The goals of reform for one year, each with how far it has come, until when and by whom (P9).</summary>
[ContentType("yearGoals", "chi-tieu", "Chỉ tiêu năm", "Goals of the year", Folder = "goals", CheckEveryMonths = 3)]
public sealed record YearGoals : ContentBody
{
    [Field("Năm", "Year", Order = 1), Required(ErrorMessage = "Hãy nhập năm."), Range(2000, 2100, ErrorMessage = "Năm từ 2000 đến 2100.")]
    public int? Year { get; init; }

    [Field("Giao bằng văn bản", "Set by", Order = 2), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string? SetBy { get; init; }

    [Field("Kết quả tính đến ngày", "Progress as of", Order = 3)]
    public DateOnly? AsOf { get; init; }

    [Field("Các chỉ tiêu", "Goals", Input = FieldInput.Rows, Order = 4), AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một chỉ tiêu.")]
    public List<YearGoal> Goals { get; init; } = [];

    public override IEnumerable<string?> Words() => [SetBy, .. Goals.SelectMany(goal => new[] { goal.Name, goal.Unit, goal.ResponsibleUnit })];

    public override IEnumerable<string> Problems() => [.. Goals.SelectMany((goal, at) => Problems(goal, $"Chỉ tiêu thứ {at + 1}")),
        .. Goals.GroupBy(goal => goal.Name).Where(same => same.Count() > 1 && same.Key != "").Select(same => $"Chỉ tiêu “{same.Key}” được ghi hai lần."),
        .. AsOf is null && Goals.Exists(goal => goal.Reached is not null) ? new[] { "Đã có kết quả thì phải ghi kết quả tính đến ngày nào." } : []];

    private static IEnumerable<string> Problems(YearGoal goal, string where)
    {
        if (string.IsNullOrWhiteSpace(goal.Name))
        {
            yield return $"{where}: chưa có tên.";
        }
        if (goal.Target is null)
        {
            yield return $"{where}: chưa ghi mức phải đạt.";
        }
        if (goal.Unit == "%" && (goal.Target is < 0 or > 100 || goal.Reached is < 0 or > 100))
        {
            yield return $"{where}: phần trăm phải từ 0 đến 100.";
        }
        if (string.IsNullOrWhiteSpace(goal.ResponsibleUnit))
        {
            yield return $"{where}: chưa ghi đơn vị chịu trách nhiệm.";
        }
    }
}

/// <summary>One goal: how much, by when, by whom, and how far it has come.</summary>
public sealed record YearGoal
{
    [Field("Chỉ tiêu", "Goal", Order = 1), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string Name { get; init; } = "";
    [Field("Trụ cột", "Pillar", Order = 2)] public ReformPillar? Pillar { get; init; }
    [Field("Phải đạt", "Target", Order = 3)] public decimal? Target { get; init; }
    [Field("Đã đạt", "Reached", Order = 4)] public decimal? Reached { get; init; }
    [Field("Đơn vị đo", "Unit", Order = 5, Example = "%"), StringLength(30, ErrorMessage = "Dài quá 30 ký tự.")] public string Unit { get; init; } = "";
    [Field("Càng ít càng tốt", "Less is better", Order = 6)] public bool LessIsBetter { get; init; }
    [Field("Hạn", "Due", Order = 7)] public DateOnly? Due { get; init; }
    [Field("Đơn vị chịu trách nhiệm", "Responsible unit", Order = 8), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string ResponsibleUnit { get; init; } = "";
    [Field("Nguồn", "Source", Order = 9), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Source { get; init; }

    public bool IsReached => Reached is { } reached && Target is { } target && (LessIsBetter ? reached <= target : reached >= target);

    public GoalState On(DateOnly today) => IsReached ? GoalState.Reached : Due < today ? GoalState.Missed : Reached is null ? GoalState.Unknown : GoalState.UnderWay;
}

/// <summary>How a goal stands on a day; unknown is not nothing.</summary>
public enum GoalState { Unknown, UnderWay, Reached, Missed }
