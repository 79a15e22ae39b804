using CCHC.Portal.Content;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>What saving undoes: said beside the form, and ticked when the text was approved already.</summary>
public sealed record Unapproval(EditionState State, string? Form, bool IsMissed)
{
    private static readonly Problem Missed = new("Undo", "Bản này đã được duyệt. Muốn lưu thì đánh dấu ô “Tôi vẫn lưu và bỏ lần duyệt này”.");

    /// <summary>The approval that would be thrown away without having been asked; null when there is none, or when it was ticked.</summary>
    public static Problem? Of(Edition edition, IFormCollection sent) => edition.State == EditionState.Approved && sent["Undo"] != "yes" ? Missed : null;
}
