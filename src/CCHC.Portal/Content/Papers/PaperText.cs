using CCHC.Portal.Search;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Content.Papers;

/// <summary>What could be read in a paper of the library, page by page, so that it is found by its words.</summary>
public sealed class PaperText : ISiteOwned
{
    /// <summary>Stands before every page.</summary>
    public const char PageMark = SearchEntry.PageMark;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The fingerprint of the bytes it was read from.</summary>
    public required string Sha256 { get; init; }

    public PaperOutcome Outcome { get; init; }

    /// <summary>How many pages the paper has; null where it has no pages of its own, as a Word file.</summary>
    public int? Pages { get; init; }

    /// <summary>How many of them were read.</summary>
    public int? PagesRead { get; init; }

    public string Text { get; init; } = "";
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>What staff and readers are told of it, in Vietnamese.</summary>
    public string Words() => Outcome switch
    {
        PaperOutcome.Scanned => "Bản quét, không tìm được chữ trong tệp.",
        PaperOutcome.Locked => "Tệp có mật khẩu, cổng không đọc được chữ bên trong.",
        PaperOutcome.Broken => "Tệp hỏng hoặc lạ, cổng không đọc được chữ bên trong.",
        PaperOutcome.Partly when PagesRead is null or 0 => "Tệp dài, chỉ tìm được chữ trong phần đầu.",
        PaperOutcome.Partly => $"Tìm được chữ trong {PagesRead} trang đầu của {Pages} trang.",
        _ => Pages is { } pages ? $"Tìm được chữ trong cả {pages} trang." : "Tìm được chữ trong tệp.",
    };
}

public enum PaperOutcome { Read, Partly, Scanned, Locked, Broken }
