using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>A pile of work on texts: the same query counts it on the work list and fills the list behind the number.</summary>
public sealed record Duty(string Key, string Label, Func<IQueryable<Edition>, Guid, PortalDb, IQueryable<Edition>> Pick, Deed Needs = Deed.WriteContent)
{
    public static readonly IReadOnlyList<Duty> All =
    [
        new("cua-toi", "Bài của tôi đang làm", (editions, me, _) => editions.BegunBy(me)),
        new("cho-toi", "Chờ tôi duyệt", (editions, me, db) => editions.WaitingFor(me, db), Deed.PublishContent),
        new("co-hen", "Hẹn giờ đăng, gỡ", (editions, _, _) => editions.Appointed()),
        new("su-co", "Cần xử lý", (editions, _, _) => editions.InTrouble()),
    ];

    public static Duty? Find(string? key) => All.FirstOrDefault(duty => duty.Key == key);
}
