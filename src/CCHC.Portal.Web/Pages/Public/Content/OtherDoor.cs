using CCHC.Portal.Language;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Notices that a report on a page seems to be about a matter of the writer's own, which deserves an answer and a deadline.</summary>
public static class OtherDoor
{
    private static readonly string[] Words =
    [
        "khieu nai", "buc xuc", "ho so cua toi", "giay to cua toi", "nha toi", "gia dinh toi", "toi da nop", "chua giai quyet", "chua duoc giai quyet", "cham tra", "tre hen",
        "hach sach", "phien ha", "nhung nhieu", "gay kho", "thai do", "quat mang", "bi tu choi", "khong tiep nhan", "boi thuong", "den bu", "thu hoi dat", "lam quyen",
    ];

    public static bool Fits(string text)
    {
        var folded = " " + string.Concat(VietnameseText.Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')) + " ";
        return Words.Any(word => folded.Contains(" " + word + " ", StringComparison.Ordinal));
    }
}
