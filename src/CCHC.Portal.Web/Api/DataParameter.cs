namespace CCHC.Portal.Web.Api;

/// <summary>A word one may ask with: what it means, what may stand there, an example. The OpenAPI document, the page and the refusals come from it.</summary>
public sealed record DataParameter(string Name, string Vi, string En, string Example)
{
    public const int MostOfPage = 100, UsualOfPage = 20;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A whole number from 1; else text.</summary>
    public int? Most { get; init; }

    public static readonly DataParameter
        Page = new("page", "Trang thứ mấy, từ 1.", "Which page, from 1.", "1") { Most = 1_000_000 },
        Size = new("size", $"Mỗi trang bao nhiêu mục, nhiều nhất {MostOfPage}; không ghi là {UsualOfPage}.", $"Items of a page, at most {MostOfPage}; {UsualOfPage} when not said.", "20") { Most = MostOfPage },
        Language = new("language", "Ngôn ngữ; chưa dịch thì không có trong danh sách. Không ghi là vi.", "Language; what is not translated is not listed. vi when not said.", "vi") { Choices = ["vi", "en"] },
        UpdatedSince = new("updatedSince", "Chỉ những mục thay đổi từ lúc này, dạng 2026-11-01 hoặc 2026-11-01T00:00:00Z.", "Only what changed since then, as 2026-11-01 or 2026-11-01T00:00:00Z.", "2026-11-01"),
        Topic = new("topic", "Tên bền vững của một chủ đề.", "Key of a topic.", "thu-tuc-hanh-chinh"),
        Unit = new("unit", "Mã đơn vị phụ trách.", "Code of the unit in charge.", "TTPVHCC"),
        Gone = new("includeGone", "true: lấy cả thủ tục đã bị thay thế, bãi bỏ.", "true: also procedures that were replaced or abolished.", "true") { Choices = ["true", "false"] },
        Period = new("period", "Kỳ: quý 2026-q4 hoặc tháng 2026-11; không ghi là quý này.", "Period: a quarter 2026-q4 or a month 2026-11; this quarter when not said.", "2026-q4");

    public static readonly IReadOnlyList<DataParameter> OfLists = [Page, Size, Language, UpdatedSince, Topic, Unit];

    /// <summary>Why a value will not do, in both languages; null when it will.</summary>
    public string? Wrong(string value) =>
        Choices.Count > 0 && !Choices.Contains(value, StringComparer.OrdinalIgnoreCase) ? $"“{Name}” phải là một trong: {string.Join(", ", Choices)}. / “{Name}” must be one of them."
        : Most is { } most && !(int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) ? $"“{Name}” phải là số nguyên từ 1 đến {most}. / “{Name}” must be a whole number from 1 to {most}."
        : this == UpdatedSince && DataAsked.Instant(value) is null ? $"“{Name}” phải là ngày hoặc thời điểm như 2026-11-01 hoặc 2026-11-01T00:00:00Z. / “{Name}” must be a day or an instant like these."
        : value.Length > 100 ? $"“{Name}” dài quá 100 ký tự. / “{Name}” is longer than 100 characters."
        : null;
}
