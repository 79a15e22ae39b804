using System.Globalization;

namespace CCHC.Portal.Cases;

/// <summary>A number of the figures: what it is called, and which cases it counts. The number and the list behind it are this one rule.</summary>
public sealed record FigureNumber(string Key, string Label, Func<FigureCase, bool> Counts)
{
    public static readonly FigureNumber
        Received = new("da-nhan", "Đã nhận", _ => true),
        OnTime = new("dung-hen", "Đúng hẹn", one => one.Outcome == FigureOutcome.OnTime),
        Late = new("tre-hen", "Trễ hẹn", one => one.Outcome == FigureOutcome.Late),
        Running = new("con-han", "Còn hạn", one => one.Outcome == FigureOutcome.Running),
        WithoutDay = new("khong-hen", "Không hẹn ngày", one => one.Outcome == FigureOutcome.WithoutDay),
        Withdrawn = new("da-rut", "Người gửi rút lại", one => one.Outcome == FigureOutcome.Withdrawn),
        Open = new("dang-mo", "Đang mở", one => one.IsOpen),
        Overdue = new("qua-han", "Quá hạn lúc này", one => one.IsOverdue),
        Answered = new("da-tra-loi", "Đã trả lời", one => one.AnswerDays is not null),
        HandedOver = new("da-chuyen", "Chuyển cơ quan khác", one => one.State == FeedbackState.Forwarded),
        AskedAgain = new("hoi-lai", "Hỏi lại", one => one.AskedAgain),
        Extended = new("gia-han", "Được gia hạn", one => one.Extensions.Count > 0),
        Rated = new("danh-gia", "Có đánh giá", one => one.Rating is not null),
        Praise = new("khen-ngoi", "Khen ngợi", one => one.Kind == FeedbackKind.Praise),
        Ideas = new("gop-y", "Góp ý, hiến kế", one => one.Kind == FeedbackKind.Idea);

    private static readonly FigureNumber[] Fixed =
        [Received, OnTime, Late, Running, WithoutDay, Withdrawn, Open, Overdue, Answered, HandedOver, AskedAgain, Extended, Rated, Praise, Ideas];

    /// <summary>Why more time was granted.</summary>
    public ExtensionGround? Ground { get; private init; }

    public static FigureNumber For(ExtensionGround ground) =>
        new($"gia-han-{ground}", "Gia hạn", one => one.Extensions.Contains(ground)) { Ground = ground };

    /// <summary>Those rated with this mark, from 1 to 5.</summary>
    public static FigureNumber For(int mark) => new(string.Create(CultureInfo.InvariantCulture, $"diem-{mark}"), $"Chấm {mark} trên 5", one => one.Rating == mark);

    /// <summary>The number an address names; null for any other word.</summary>
    public static FigureNumber? Read(string? key) =>
        Fixed.Concat(Enum.GetValues<ExtensionGround>().Select(For)).Concat(Enumerable.Range(1, 5).Select(For)).FirstOrDefault(number => number.Key == key);

    public int Of(IEnumerable<FigureCase> cases) => cases.Count(Counts);
}
