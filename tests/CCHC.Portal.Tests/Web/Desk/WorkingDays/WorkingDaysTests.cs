using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.WorkingDays;

/// <summary>The administrator's calendar over HTTP: far years, so that the other tests' calendar stays what it is.</summary>
public sealed class WorkingDaysTests(PortalHost portal)
{
    private const string Calendar = "/quan-tri/lich-lam-viec";

    [Fact]
    public async Task A_day_is_tried_saved_shown_and_taken_back()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        (string, string)[] day = [("Form.Date", "2041-03-05"), ("Form.Kind", "ShortDay"), ("Form.Name", "Nghỉ chiều"), ("Form.From", ""), ("Form.To", "11:00"), ("Form.Source", "TB thử"), ("Form.Why", "Thử lịch")];

        var tried = await administrator.Send(Calendar + "/ngay", [.. day, ("Do", "preview")]);
        Assert.Contains("Không vụ việc nào đổi hạn", (await tried.Read()).QuerySelector("#xem-thu")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await Kept(new DateOnly(2041, 3, 5)));

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Calendar + "/ngay", [.. day, ("Do", "save")])).StatusCode);
        Assert.Equal((new TimeOnly(11, 0), true), ((await Kept(new DateOnly(2041, 3, 5)))!.ClosesAt!.Value, portal.Site.Calendar.IsWorkingDay(new DateOnly(2041, 3, 5))));
        Assert.Equal(new TimeOnly(11, 0), portal.Site.Calendar.HoursOn(new DateOnly(2041, 3, 5)).Last().To);
        Assert.Contains("Nghỉ chiều", (await (await administrator.Get(Calendar + "?nam=2041")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await administrator.Send(Calendar + "/ngay?ngay=2041-03-05", ("Form.Kind", "Ordinary"), ("Form.To", ""), ("Form.Why", "Bỏ"), ("Do", "save"));
        Assert.Equal(2, portal.Site.Calendar.HoursOn(new DateOnly(2041, 3, 5)).Count);
    }

    [Theory]
    [InlineData("Form.Date", "2041-02-30", "Date")]
    [InlineData("Form.Kind", "Carnival", "Kind")]
    [InlineData("Form.Name", " ", "Name")]
    [InlineData("Form.Source", "", "Source")]
    [InlineData("Form.Why", "", "Why")]
    [InlineData("Form.From", "09:00", "From")]   // hours on a day off
    public async Task What_is_wrong_with_a_day_is_said_beside_it_and_what_was_typed_stays(string field, string value, string said)
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var typed = new Dictionary<string, string> { ["Form.Date"] = "2042-03-05", ["Form.Kind"] = "Holiday", ["Form.Name"] = "Ngày thử giữ lại", ["Form.Source"] = "TB", ["Form.Why"] = "Thử" };
        typed[field] = value;

        var answer = await administrator.Send(Calendar + "/ngay", [.. typed.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.NotNull(page.QuerySelector($".esum a[href='#{said}']"));
        Assert.Equal(typed["Form.Source"], page.QuerySelector("#Source")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_expected_days_of_a_year_enter_the_calendar_as_provisional()
    {
        var administrator = await portal.Browser().SignIn("quantri");

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Calendar + "/du-kien?nam=2033", ("nam", "2033"), ("Chosen", "2033-01-31"), ("Do", "save"))).StatusCode);

        var newYear = (await Kept(new DateOnly(2033, 1, 31)))!;
        Assert.Equal((false, true), (newYear.IsConfirmed, newYear.IsByHand));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(Calendar + "/du-kien?nam=2033", ("nam", "2033"), ("Chosen", "khong-co"), ("Do", "save"))).StatusCode);
    }

    [Fact]
    public async Task Seeding_again_leaves_what_was_changed_at_the_desk()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        await administrator.Send(Calendar + "/ngay?ngay=2030-09-03", ("Form.Kind", "Ordinary"), ("Form.From", ""), ("Form.To", ""), ("Form.Why", "Thông báo chọn ngày 30/8"), ("Do", "save"));

        await portal.Inside(async (services, _) => await services.GetRequiredService<CCHC.Portal.Operations.Seeding>().Load(House.Repository.Under("content-seed"), CancellationToken.None));

        Assert.Equal(CalendarDayKind.Ordinary, (await Kept(new DateOnly(2030, 9, 3)))!.Kind);
    }

    [Fact]
    public async Task The_weekly_hours_refuse_a_week_without_work_and_overlapping_stretches()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var empty = Enumerable.Range(0, 7).SelectMany(day => new[] { "MorningFrom", "MorningTo", "AfternoonFrom", "AfternoonTo" }.Select(name => ($"Week[{day}].{name}", ""))).ToList();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(Calendar + "/gio", [.. empty, ("Why", "Thử")])).StatusCode);
        var overlapping = await administrator.Send(Calendar + "/gio", ("Week[0].MorningTo", "14:00"), ("Why", "Thử"));
        Assert.NotNull((await overlapping.Read()).QuerySelector(".esum a[href='#Week-0']"));
    }

    [Fact]
    public async Task The_proof_can_be_run_at_once_and_the_posts_be_changed()
    {
        var administrator = await portal.Browser().SignIn("quantri");

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(Calendar + "/doi-chieu", ("Do", "prove"))).StatusCode);
        Assert.Contains("thời hạn đang chạy", (await (await administrator.Get(Calendar + "/doi-chieu")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var page = await (await administrator.Get(Calendar + "/nhac-han")).Read();
        Assert.True(page.QuerySelectorAll("tbody tr").Length >= 10);
        var form = page.QuerySelectorAll("main form").Last();
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Post(Calendar + "/nhac-han", ("UnitCode", "QS"), ("Clock", "Answer"), ("Step", "3"), ("Post", "UnitHead@UBND"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post(Calendar + "/nhac-han", ("UnitCode", "QS"), ("Clock", "Answer"), ("Step", "7"), ("Post", "Cook"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(1, await portal.Inside((_, db) => db.ReminderRules.CountAsync(rule => rule.UnitCode == "QS")));
    }

    private Task<CalendarDay?> Kept(DateOnly date) => portal.Inside((_, db) => db.CalendarDays.AsNoTracking().SingleOrDefaultAsync(day => day.Date == date));
}
