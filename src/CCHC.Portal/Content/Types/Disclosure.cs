using System.ComponentModel.DataAnnotations;
using CCHC.Portal.Time;

namespace CCHC.Portal.Content.Types;

/// <summary>Something the people must be told: where it is posted, from when until when, and who answers for it (P14; Luật 10/2022/QH15 Đ11–13).</summary>
[ContentType("disclosure", "cong-khai", "Nội dung công khai", "Public disclosure", Folder = "disclosures")]
public sealed record Disclosure : ContentBody
{
    /// <summary>By when it must be public, in working days (Đ12), and how long a posting stands at least (Đ13).</summary>
    public const int PostWithin = 5, LeastDays = 30, LeastBroadcast = 3;

    [Field("Loại", "Kind", Order = 1)]
    public DisclosureKind Kind { get; init; }

    [Field("Khoản của Điều 11 Luật 10/2022/QH15", "Clause", Order = 2), Range(1, 14, ErrorMessage = "Điều 11 có 14 khoản.")]
    public int? Clause { get; init; }

    [Field("Ngày có văn bản, quyết định", "Decided on", Order = 3, Hint = "Từ ngày này phải công khai trong 5 ngày làm việc."), Required(ErrorMessage = "Hãy ghi ngày có văn bản, quyết định.")]
    public DateOnly? DecidedOn { get; init; }

    [Field("Niêm yết từ", "Posted from", Order = 4), Required(ErrorMessage = "Hãy ghi ngày bắt đầu niêm yết.")]
    public DateOnly? PostedFrom { get; init; }

    [Field("Niêm yết đến", "Posted until", Order = 5, Hint = "Ít nhất 30 ngày liên tục. Chỉ thủ tục hành chính niêm yết thường xuyên thì bỏ trống.")]
    public DateOnly? PostedUntil { get; init; }

    [Field("Niêm yết ở đâu", "Posted at", Input = FieldInput.Lines, Order = 6), AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một nơi niêm yết.")]
    public List<string> PostedAt { get; init; } = [];

    [Field("Đơn vị chịu trách nhiệm", "Responsible unit", Order = 7), Required(ErrorMessage = "Hãy ghi đơn vị chịu trách nhiệm."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string ResponsibleUnit { get; init; } = "";

    [Field("Tệp để tải (PDF)", "File", Input = FieldInput.Media, Holds = MediaKind.Document, Order = 8), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? File { get; init; }

    [Field("Phát truyền thanh từ", "Broadcast from", Order = 9, Hint = "Khoản 7 đến 12: ít nhất 3 ngày liên tiếp.")]
    public DateOnly? BroadcastFrom { get; init; }

    [Field("Phát truyền thanh đến", "Broadcast until", Order = 10)]
    public DateOnly? BroadcastUntil { get; init; }

    [Field("Vì sao chưa phát truyền thanh", "Why not broadcast", Order = 11), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string? NotBroadcast { get; init; }

    /// <summary>The last day on which it may be made public in time.</summary>
    public DateOnly? PostBy(WorkingCalendar calendar) => DecidedOn is { } day ? calendar.After(day, PostWithin) : null;

    /// <summary>What stands on the board today; what came down stays readable.</summary>
    public PostingState On(DateOnly today) => PostedFrom is null || PostedFrom > today ? PostingState.ToCome : PostedUntil < today ? PostingState.Past : PostingState.Current;

    public override IEnumerable<string?> Words() => [ResponsibleUnit, .. PostedAt];

    public override IEnumerable<string> Problems()
    {
        if (PostedFrom < DecidedOn)
        {
            yield return "Ngày bắt đầu niêm yết đứng trước ngày có văn bản.";
        }
        if (PostedUntil is null && Kind != DisclosureKind.Procedures)
        {
            yield return "Hãy ghi niêm yết đến ngày nào; chỉ thủ tục hành chính được niêm yết thường xuyên.";
        }
        if (Days(PostedFrom, PostedUntil) < LeastDays)
        {
            yield return $"Phải niêm yết ít nhất {LeastDays} ngày liên tục (Luật 10/2022/QH15, Điều 13).";
        }
        if (Clause is >= 7 and <= 12 && string.IsNullOrWhiteSpace(NotBroadcast) && (Days(BroadcastFrom, BroadcastUntil) ?? 0) < LeastBroadcast)
        {
            yield return $"Khoản 7 đến 12 phải phát truyền thanh ít nhất {LeastBroadcast} ngày liên tiếp (Điều 13), hoặc ghi vì sao chưa phát.";
        }
    }

    private static int? Days(DateOnly? from, DateOnly? until) => from is { } first && until is { } last ? last.DayNumber - first.DayNumber + 1 : null;
}

/// <summary>What a disclosure is about.</summary>
public enum DisclosureKind { Budget, Assets, Fees, Procedures, Democracy, Other }

/// <summary>Whether a posting is still to come, stands, or came down.</summary>
public enum PostingState { ToCome, Current, Past }
