using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>What staff say of a file: its words, its rights, where the eye should rest.</summary>
public sealed class MediaForm
{
    private const int LongestLine = 200, LongestWords = 300, LongestNote = 600, MostTags = 20;

    public string? Title { get; set; }
    public string? Alt { get; set; }
    public string? AltEn { get; set; }
    public string? Caption { get; set; }
    public string? Credit { get; set; }
    public string? RightsHolder { get; set; }
    public string? Licence { get; set; }
    public Consent Consent { get; set; }
    public string? ConsentNote { get; set; }
    public string? ConsentUntil { get; set; }
    public string? ExpiresOn { get; set; }
    public bool IsIllustration { get; set; }
    public string? Tags { get; set; }
    public string? Folder { get; set; }
    public int FocusX { get; set; } = 500;
    public int FocusY { get; set; } = 500;
    public int Version { get; set; }

    public static MediaForm Of(MediaFile file) => new()
    {
        Title = file.Title,
        Alt = file.Alt,
        AltEn = file.AltEn,
        Caption = file.Caption,
        Credit = file.Credit,
        RightsHolder = file.RightsHolder,
        Licence = file.Licence,
        Consent = file.Consent,
        ConsentNote = file.ConsentNote,
        ConsentUntil = Written(file.ConsentUntil),
        ExpiresOn = Written(file.ExpiresOn),
        IsIllustration = file.IsIllustration,
        Tags = file.Tags.Replace("\n", ", ", StringComparison.Ordinal),
        Folder = file.Folder,
        FocusX = file.FocusX,
        FocusY = file.FocusY,
        Version = file.Version,
    };

    /// <summary>What is wrong with what was typed.</summary>
    public IEnumerable<Problem> Check(MediaFile file, IReadOnlyCollection<string> folders)
    {
        if (file.Kind == MediaKind.Image && string.IsNullOrWhiteSpace(Alt))
        {
            yield return new("Form_Alt", "Hãy viết mô tả ảnh cho người không nhìn thấy.");
        }
        foreach (var (field, label, value, most) in new[]
        {
            ("Form_Title", "Tên gọi", Title, LongestLine), ("Form_Alt", "Mô tả ảnh", Alt, LongestWords), ("Form_AltEn", "Mô tả tiếng Anh", AltEn, LongestWords),
            ("Form_Caption", "Chú thích", Caption, LongestWords), ("Form_Credit", "Tác giả", Credit, LongestLine), ("Form_RightsHolder", "Chủ quyền", RightsHolder, LongestLine),
            ("Form_Licence", "Giấy phép", Licence, LongestLine), ("Form_ConsentNote", "Ghi chú đồng ý", ConsentNote, LongestNote),
        }.Where(row => row.Item3?.Length > row.Item4))
        {
            yield return new(field, $"{label} dài quá {most} ký tự.");
        }
        if (!IsDay(ConsentUntil))
        {
            yield return new("Form_ConsentUntil", "Ngày hết thỏa thuận viết dạng 31/12/2026.");
        }
        if (!IsDay(ExpiresOn))
        {
            yield return new("Form_ExpiresOn", "Ngày cuối được dùng viết dạng 31/12/2026.");
        }
        if (!Enum.IsDefined(Consent))
        {
            yield return new("Form_Consent", "Hãy chọn một mục về sự đồng ý.");
        }
        if (Folder != file.Folder && !folders.Contains(Folder ?? ""))
        {
            yield return new("Form_Folder", "Hãy chọn một thư mục trong danh sách.");
        }
        if (TagList().Count > MostTags)
        {
            yield return new("Form_Tags", $"Nhiều nhất {MostTags} thẻ.");
        }
    }

    public void Write(MediaFile file)
    {
        (file.Title, file.Alt, file.AltEn, file.Caption) = (Line(Title), Line(Alt), Line(AltEn), Line(Caption));
        (file.Credit, file.RightsHolder, file.Licence) = (Line(Credit), Line(RightsHolder), Line(Licence));
        (file.Consent, file.ConsentNote, file.ConsentUntil) = (Consent, VietnameseText.Clean(ConsentNote), Day(ConsentUntil));
        (file.ExpiresOn, file.IsIllustration, file.Folder) = (Day(ExpiresOn), IsIllustration, Folder!);
        (file.FocusX, file.FocusY) = (Math.Clamp(FocusX, 0, 1000), Math.Clamp(FocusY, 0, 1000));
        file.Tags = string.Join('\n', TagList());
    }

    private List<string> TagList() => [.. (Tags ?? "").Split(',', '\n').Select(Line).Where(tag => tag is { Length: > 0 and <= 40 }).Distinct()];

    private static string Line(string? text) => VietnameseText.CleanLine(text);

    private static bool IsDay(string? text) => string.IsNullOrWhiteSpace(text) || Day(text) is not null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
