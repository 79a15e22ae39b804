using CCHC.Portal.Language;

namespace CCHC.Portal.Cases;

/// <summary>
/// Suspects that a message reports an official's unlawful act, so that it takes the sealed way. Better once too often:
/// a person looks at it there. Transparent: it says which words decided.
/// </summary>
public static class SuspectedDenunciation
{
    // What the law calls by name when an official does it (regulation.md §4 rule 6): money taken, forgery, embezzlement.
    private static readonly string[] Acts =
    [
        "to cao", "hoi lo", "dua hoi lo", "nhan hoi lo", "nhan tien", "lay tien", "doi tien", "voi tien", "xin tien", "an tien", "thu tien rieng", "chung chi",
        "phong bi", "lot tay", "boi tron", "tien ca phe", "tien tra nuoc", "tham o", "tham nhung", "bien thu", "an chan", "an bot", "rut ruot", "lam gia",
        "gia mao", "gia chu ky", "khai khong", "ho so gia", "bao ke", "tong tien", "loi dung chuc vu", "lam quyen", "chiem doat", "chay viec", "chay chuc",
        "mua chuoc", "rua tien", "doa nat", "danh dan", "danh nguoi", "sach nhieu tien",
    ];

    /// <summary>The words that decided; empty when nothing did.</summary>
    public static IReadOnlyList<string> Because(string message)
    {
        var folded = " " + string.Concat(VietnameseText.Fold(WithoutInnocent(message)).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')) + " ";
        while (folded.Contains("  ", StringComparison.Ordinal))
        {
            folded = folded.Replace("  ", " ", StringComparison.Ordinal);
        }
        return [.. Acts.Where(act => folded.Contains(" " + act + " ", StringComparison.Ordinal))];
    }

    // Without its marks it would be another word: a certificate is not a bribe.
    private static string WithoutInnocent(string message) =>
        VietnameseText.Clean(message).Replace("chứng chỉ", " ", StringComparison.OrdinalIgnoreCase);
}
