using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Kit;

/// <summary>The areas of the desk this person may enter, each with the number that its list shows.</summary>
public sealed class DeskRail(PortalDb db, Visit visit)
{
    public async Task<IReadOnlyList<RailGroup>> Groups(CancellationToken stop)
    {
        List<RailGroup> groups = [new("", [new RailArea("home", "/quan-tri", "Việc của tôi", "house", 0)])];
        if (visit.Me.Can(Deed.WriteContent))
        {
            groups.Add(new("Nội dung", [.. await Content(stop)]));
        }
        if (visit.Me.Can(Deed.ReadFeedback) || visit.Me.Can(Deed.ReadSealed))
        {
            groups.Add(new("Người dân gửi", [.. await Feedback(stop)]));
        }
        if (visit.Me.Can(Deed.ManagePeople))
        {
            groups.Add(new("Quản trị", [new RailArea("people", "/quan-tri/nguoi-dung", "Người dùng", "users-three", 0)]));
        }
        return groups;
    }

    private async Task<List<RailArea>> Content(CancellationToken stop)
    {
        List<RailArea> areas = [new("content", "/quan-tri/noi-dung", "Tin bài, nội dung", "newspaper", 0)];
        if (visit.Me.Can(Deed.PublishContent))
        {
            var waiting = await db.Editions.WritableBy(visit.Me).CountAsync(edition => edition.State == EditionState.InReview, stop);
            areas.Add(new("review", "/quan-tri/noi-dung?tinh-trang=cho-duyet", "Chờ duyệt", "seal-check", waiting));
        }
        if (visit.Me.Can(Deed.ManageMedia))
        {
            areas.Add(new("media", "/quan-tri/thu-vien", "Thư viện tệp", "image", 0));
        }
        return areas;
    }

    private async Task<List<RailArea>> Feedback(CancellationToken stop)
    {
        List<RailArea> areas = [];
        if (visit.Me.Can(Deed.ReadFeedback))
        {
            areas.Add(new("cases", "/quan-tri/phan-anh", "Phản ánh, kiến nghị", "tray", await db.Feedback.VisibleTo(visit.Me).Open().CountAsync(stop)));
        }
        if (visit.Me.Can(Deed.ReadSealed))
        {
            areas.Add(new("sealed", "/quan-tri/kho-kin", "Kho kín", "lock-simple", 0));   // never a number of these anywhere
        }
        return areas;
    }
}

/// <summary>A group of areas on the rail.</summary>
public sealed record RailGroup(string Name, IReadOnlyList<RailArea> Areas);

/// <summary>One link of the rail.</summary>
public sealed record RailArea(string Key, string Address, string Label, string Icon, int Count);
