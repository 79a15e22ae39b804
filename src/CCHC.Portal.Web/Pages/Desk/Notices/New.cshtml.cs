using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Writes a notice, shows how it will stand, and puts it up.</summary>
[Needs(Deed.PostNotice)]
public sealed class NewModel(Visit visit, Posting posting, TimeProvider clock) : NoticeWriting(visit, posting, clock)
{
    protected override NoticeForm Empty() => new() { From = NoticeForm.Typed(Now), Severity = nameof(NoticeSeverity.Note) };

    protected override Notice Written(Guid by) => Form.Alert(by, Now);

    protected override string Posted(Notice notice) => notice.IsShown(Now) ? "Đã đăng. Thông báo hiện trên mọi trang trong vài giây." : "Đã hẹn giờ thông báo.";
}
