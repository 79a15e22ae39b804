using CCHC.Portal.Content.Notices;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Desk.Notices;

/// <summary>Announces planned work on the portal in time, or an emergency with its reason.</summary>
[Needs(Deed.PostNotice)]
public sealed class MaintenanceModel(Visit visit, Posting posting, TimeProvider clock) : NoticeWriting(visit, posting, clock)
{
    private const string Usual = "Cổng bảo trì theo kế hoạch.", UsualEn = "Planned maintenance of this portal.";

    /// <summary>The first day that gives readers the notice the law asks for.</summary>
    public DateOnly FirstDay => NoticeRules.FirstMaintenanceDay(Calendar, Now);

    protected override NoticeForm Empty() => new() { Text = Usual, TextEn = UsualEn };

    protected override Notice Written(Guid by) => Form.Maintenance(by, Now);

    protected override string Posted(Notice notice) => "Đã báo bảo trì trên mọi trang.";
}
