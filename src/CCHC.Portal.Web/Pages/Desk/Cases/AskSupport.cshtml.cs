using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>The lead asks another unit for its part, by a day; the promise to the citizen stays the lead's.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class AskSupportModel(CaseAtHand hand) : CaseVerb(hand)
{
    public override string Title => "Mời đơn vị phối hợp";

    public override bool Fits => Case is { IsOpen: true, UnitId: not null, MergedIntoId: null };

    [BindProperty] public string? UnitCode { get; set; }

    /// <summary>The day as the browser's date field writes it.</summary>
    [BindProperty] public string? Due { get; set; }

    public IEnumerable<Unit> Units => Hand.Site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer && unit.Id != Case.UnitId && !Case.IsBarredTo(unit.Id) && !Case.Supporting.Exists(part => part.UnitId == unit.Id && part.DoneAt is null));

    protected override Task Look(CancellationToken stop)
    {
        // Half of what is left, so that the lead still has time to answer.
        Due ??= Case.DueAt is { } due && due > VietnamTime.Day(Hand.Now)
            ? Hand.Site.Calendar.After(VietnamTime.Day(Hand.Now), Math.Max(1, Hand.Site.Calendar.WorkingDaysLeft(VietnamTime.Day(Hand.Now), due) / 2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var unit = Units.FirstOrDefault(unit => unit.Code == UnitCode);
        if (unit is null)
        {
            Problems.Add(new Problem(nameof(UnitCode), "Hãy chọn đơn vị phối hợp."));
        }
        if (!DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) || due < VietnamTime.Day(Hand.Now))
        {
            Problems.Add(new Problem(nameof(Due), "Hãy ghi một ngày từ hôm nay trở đi."));
        }
        var question = Words("Hãy viết cần đơn vị ấy làm gì.");
        if (unit is null || Problems.Count > 0)
        {
            return null;
        }
        Case.AskSupport(unit.Id, due, question, Hand.Me, Hand.Now);
        return await Done("support-asked", $"Đã mời {unit.Name} phối hợp.", stop);
    }
}
