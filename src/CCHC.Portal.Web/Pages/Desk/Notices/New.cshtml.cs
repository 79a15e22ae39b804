using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Writes a notice, shows how it will stand, and puts it up: above every page or beside one place.</summary>
[Needs(Deed.PostNotice)]
public sealed class NewModel(PortalDb db, Visit visit, Posting posting, TimeProvider clock) : NoticeWriting(visit, posting, clock)
{
    /// <summary>The one-stop sites it may be about, by key.</summary>
    public IReadOnlyDictionary<string, string> Places { get; private set; } = new Dictionary<string, string>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Places = await db.NoticePlaces(HttpContext.RequestAborted);
        await next();
    }

    protected override NoticeForm Empty() => new() { From = NoticeForm.Typed(Now), Severity = nameof(NoticeSeverity.Note) };

    protected override Notice Written(Guid by) => Form.Alert(by, Now);

    protected override IEnumerable<Problem> More(Notice notice) =>
        notice.About == "" || Places.ContainsKey(notice.About) ? [] : [new("About", "Nơi này không còn trên cổng. Hãy chọn lại.")];

    protected override string Posted(Notice notice) => !notice.IsShown(Now) ? "Đã hẹn giờ thông báo."
        : notice.About == "" ? "Đã đăng. Thông báo hiện trên mọi trang trong vài giây." : $"Đã đăng. Thông báo hiện ở trang {Places[notice.About]} và danh bạ đường dây nóng trong vài giây.";
}
