using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content;

/// <summary>Looks a text over before it is handed in (B24): what must be mended, and what should be.</summary>
public static partial class Proofreading
{
    private const int LongTitle = 90, LongSentence = 35, MostSentences = 5, LongestQuote = 180;

    private static readonly HashSet<string> Nothing = ["tai day", "o day", "day", "xem them", "xem tiep", "bam vao day", "click", "here", "link", "xem", "chi tiet"];

    public static IReadOnlyList<Finding> Of(ProofreadingOf asked)
    {
        var texts = BodyTexts.Of(asked.Type, asked.Body).ToList();
        var findings = Basics(asked).Concat(Unverified(asked, texts));
        foreach (var (field, text) in texts)
        {
            var survey = MarkdownSurvey.Of(text);
            findings = findings.Concat(Pictures(field, survey, asked)).Concat(Headings(field, survey)).Concat(Links(field, survey, asked)).Concat(Sentences(field, survey));
            if (survey.TablesWithoutHead > 0)
            {
                findings = findings.Append(new Finding(false, field, survey.TablesWithoutHead == 1 ? "Một bảng không có dòng tiêu đề" : $"{survey.TablesWithoutHead} bảng không có dòng tiêu đề"));
            }
        }
        return [.. findings.DistinctBy(finding => (finding.Field, finding.Words, finding.Quoted)).OrderByDescending(finding => finding.Must)];
    }

    private static IEnumerable<Finding> Basics(ProofreadingOf asked)
    {
        if (asked.Title == "")
        {
            yield return new(true, "Title", "Hãy viết tiêu đề.");
        }
        if (asked.Title.Length > LongTitle)
        {
            yield return new(false, "Title", $"Tiêu đề dài {asked.Title.Length} ký tự, nên dưới {LongTitle}");
        }
        if (asked.Summary == "")
        {
            yield return new(true, "Summary", "Hãy viết tóm tắt.");
        }
        foreach (var (field, words) in asked.Type.Missing(asked.Body))
        {
            yield return new(true, field is null ? null : "Body." + field, words);
        }
        if (!asked.HasTopic && asked.Type != ContentTypes.Topic && !asked.Type.ListOnly)
        {
            yield return new(false, "Topics", "Chưa chọn chủ đề, bài khó tìm");
        }
        if (!asked.HasOwner)
        {
            yield return new(false, "OwnerUnit", "Chưa có đơn vị phụ trách, không ai được nhắc rà lại");
        }
        if (asked.Body.Cover is { Length: > 0 } cover)
        {
            foreach (var finding in Picture("Body.Cover", cover, asked, alt: null))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Unverified(ProofreadingOf asked, List<(string Field, string Text)> texts) =>
        new[] { ("Title", asked.Title), ("Summary", asked.Summary) }.Concat(texts).Where(pair => Doubt().IsMatch(pair.Item2))
            .Select(pair => new Finding(true, pair.Item1, "Còn dấu [cần kiểm chứng]: kiểm tra rồi bỏ dấu, hoặc bỏ câu đó", Around(pair.Item2, Doubt().Match(pair.Item2).Index)));

    private static IEnumerable<Finding> Pictures(string field, MarkdownSurvey survey, ProofreadingOf asked) =>
        survey.Pictures.SelectMany(picture => Picture(field, picture.Address, asked, picture.Alt));

    private static IEnumerable<Finding> Picture(string field, string address, ProofreadingOf asked, string? alt)
    {
        var name = address.StartsWith("media:", StringComparison.Ordinal) ? address[6..] : address;
        if (name.Contains('/', StringComparison.Ordinal))
        {
            yield return new(true, field, "Ảnh lấy từ trang khác sẽ không hiện; hãy đưa ảnh vào thư viện", name);
            yield break;
        }
        if (asked.Media(name) is not { } file)
        {
            yield return new(true, field, "Ảnh không có trong thư viện, hoặc đã gỡ hay hết hạn", name);
            yield break;
        }
        if (string.IsNullOrWhiteSpace(alt ?? file.Alt))
        {
            yield return new(true, field, "Ảnh thiếu mô tả cho người không nhìn thấy", name);
        }
        if (file.Problems(asked.Today).Contains(MediaProblem.NoConsent) && file.Consent == Consent.Missing)
        {
            yield return new(false, field, "Ảnh chưa có đồng ý của người trong ảnh", name);
        }
    }

    private static IEnumerable<Finding> Headings(string field, MarkdownSurvey survey)
    {
        var level = 1;
        foreach (var (next, words) in survey.Headings)
        {
            if (next == 1)
            {
                yield return new(true, field, "Tiêu đề cấp 1 dành cho tên trang; hãy dùng Tiêu đề mục", words);
            }
            else if (next > level + 1)
            {
                yield return new(false, field, $"Tiêu đề nhảy từ cấp {level} xuống cấp {next}", words);
            }
            if (words == "")
            {
                yield return new(true, field, "Có tiêu đề mục để trống");
            }
            level = next;
        }
    }

    private static IEnumerable<Finding> Links(string field, MarkdownSurvey survey, ProofreadingOf asked)
    {
        foreach (var (address, words) in survey.Links)
        {
            if (words == "")
            {
                yield return new(true, field, "Liên kết không có chữ", address);
            }
            else if (Nothing.Contains(VietnameseText.Fold(words).Trim('.', ':', '»', '>', ' ')))
            {
                yield return new(false, field, $"Liên kết “{words}” không nói dẫn tới đâu", address);
            }
            if (asked.Broken(address) is { } since)
            {
                yield return new(false, field, $"Liên kết không mở được {since}", address);
            }
        }
    }

    private static IEnumerable<Finding> Sentences(string field, MarkdownSurvey survey) =>
        survey.Sentences.Select(sentence => (sentence, count: sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)))).Where(pair => pair.count > LongSentence)
            .OrderByDescending(pair => pair.count).Take(MostSentences).Select(pair => new Finding(false, field, $"Câu dài {pair.count} từ, nên tách", Cut(pair.sentence)));

    private static string Around(string text, int at) => Cut(text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ").Trim());

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    [GeneratedRegex(@"\\?\[\s*cần\s+kiểm\s+chứng\s*\\?\]", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Doubt();
}

/// <summary>The text that is looked over, and what is known around it.</summary>
public sealed record ProofreadingOf(ContentType Type, string Title, string Summary, ContentBody Body)
{
    public bool HasTopic { get; init; }
    public bool HasOwner { get; init; }
    public DateOnly Today { get; init; }

    /// <summary>A file readers may see, by its name.</summary>
    public Func<string, MediaFile?> Media { get; init; } = _ => null;

    /// <summary>Since when a link does not answer, in words; null when it does or was never tried.</summary>
    public Func<string, string?> Broken { get; init; } = _ => null;
}
