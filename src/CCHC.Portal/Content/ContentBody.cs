using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content;

/// <summary>What one kind of content says beyond its title and summary; kept as JSON with the edition.</summary>
public abstract record ContentBody
{
    [Field("Nội dung", "Text", Input = FieldInput.Markdown, Order = 5, Example = "Viết điều người dân cần biết trước: việc gì, ở đâu, khi nào, mang theo gì, hỏi ai.")]
    [StringLength(100_000, ErrorMessage = "Nội dung dài quá 100.000 ký tự.")]
    public string Text { get; init; } = "";

    [Field("Tên cũ, tên dân hay gọi", "Other names", Input = FieldInput.Lines, Order = 90, Hint = "Mỗi dòng một tên; người tìm theo tên này cũng thấy.")]
    public List<string> OtherNames { get; init; } = [];

    [Field("Ảnh bìa (tên tệp)", "Cover picture", Input = FieldInput.Media, Order = 91)]
    [StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? Cover { get; init; }

    [Field("Chú thích ảnh bìa", "Cover caption", Order = 92, Example = "Ai, ở đâu, đang làm gì")]
    [StringLength(300, ErrorMessage = "Chú thích dài quá 300 ký tự.")]
    public string? CoverCaption { get; init; }

    [Field("Đây là dữ liệu mẫu", "This is sample data", Order = 93)]
    public bool Sample { get; init; }

    [Field("Phần nào là mẫu", "What is sample", Order = 94)]
    [StringLength(300, ErrorMessage = "Ghi chú dài quá 300 ký tự.")]
    public string? SampleNote { get; init; }

    [Field("Nguồn", "Source", Order = 95, Example = "Nghị định 224/2026/NĐ-CP, Điều 11")]
    [StringLength(300, ErrorMessage = "Nguồn dài quá 300 ký tự.")]
    public string? Source { get; init; }

    /// <summary>Somebody reading the text aloud; without it the browser's voice does.</summary>
    [Field("Bản ghi âm đọc bài", "Recording", Input = FieldInput.Media, Holds = MediaKind.Audio, Folded = true, Order = 96, Hint = "Người đọc bài này thành tiếng. Chưa có thì trang dùng giọng đọc của trình duyệt.")]
    [StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")]
    public string? Recording { get; init; }

    /// <summary>What the index keeps besides title, summary and text.</summary>
    public virtual IEnumerable<string?> Words() => [];

    /// <summary>What people call it besides its title; found like the title.</summary>
    public virtual IEnumerable<string> AlsoCalled() => OtherNames;

    /// <summary>The field of work it belongs to, by its key.</summary>
    public virtual string? FieldOfWork => null;

    /// <summary>Numbers people type exactly: telephone and document numbers.</summary>
    public virtual IEnumerable<string> Exact() => [];

    /// <summary>What else it names by type and key: documents, places, life events.</summary>
    public virtual IEnumerable<(string Type, string Key)> Names() => [];

    /// <summary>Whether it tells of something that is over: then it leaves lists and search, but its address still explains.</summary>
    public virtual bool IsGone => false;

    /// <summary>What is wrong beyond single fields, in Vietnamese.</summary>
    public virtual IEnumerable<string> Problems() => [];
}
