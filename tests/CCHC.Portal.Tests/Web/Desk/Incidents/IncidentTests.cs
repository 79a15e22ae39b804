using System.Net;
using CCHC.Portal.Channels;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Pages.Desk.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Incidents;

/// <summary>The book of incidents: 72 hours run from the discovery, reminders come by themselves, and nothing is closed before somebody was told.</summary>
public sealed class IncidentTests : IAsyncLifetime
{
    private const string Book = "/quan-tri/su-co";
    private readonly PortalHost portal = PortalHost.Idle();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task An_incident_is_recorded_told_and_closed_and_then_stays_as_it_is()
    {
        var keeper = await portal.Browser().SignIn("quantri");
        var discovered = DateTimeOffset.UtcNow.AddHours(-50);

        var wrong = await keeper.Send(Book + "/ghi", ("Discovered", "2099-01-01T08:00"), ("What", "Gửi nhầm thư."), ("Touched", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("Gửi nhầm thư.", (await wrong.Read()).QuerySelector("#What")!.TextContent);
        var place = (await keeper.Send(Book + "/ghi", ("Discovered", IncidentMoment.Typed(discovered)), ("What", "Gửi nhầm thư."), ("Touched", "Tên, số máy của 3 người."))).Headers.Location!.ToString();
        Assert.Contains("còn 21 giờ", await (await keeper.Get(Book)).Text(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await keeper.Send(place, ("Step", "dong"), ("Text", "Xong."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Send(place, ("Step", "co-quan"), ("Text", "Công văn số 12 (mẫu)."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Send(place, ("Step", "nguoi-dan"), ("Text", "Gọi điện từng người."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Send(place, ("Step", "dong"), ("Text", "Đã thu hồi thư."))).StatusCode);

        var page = await (await (await portal.Browser().SignIn("kiemtra")).Get(place)).Read();
        Assert.Null(page.QuerySelector("#Text"));
        Assert.Contains("Công văn số 12 (mẫu).", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Giữ ít nhất đến", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("canbo.kt")).Get(Book)).StatusCode);
    }

    [Fact]
    public void Reminders_come_at_once_a_day_before_six_hours_before_and_too_late_and_stop_when_told()
    {
        var incident = new Incident { DiscoveredAt = Given.Morning, What = "x", Touched = "y" };

        List<int?> steps = [];
        foreach (var hours in new[] { 0, 1, 47, 48, 60, 66, 71, 72, 100 })
        {
            var step = incident.ReminderAt(Given.Morning.AddHours(hours));
            steps.Add(step);
            incident.Remind(step ?? incident.Reminded);
        }

        Assert.Equal([1, null, null, 2, null, 3, null, 4, null], steps);
        Assert.True(incident.IsLate(Given.Morning.AddHours(73)));
        Assert.Throws<InvalidOperationException>(() => incident.Close("x", Guid.CreateVersion7(), Given.Morning));
        var fresh = new Incident { DiscoveredAt = Given.Morning, What = "x", Touched = "y" };
        fresh.TellAuthority(Given.Morning.AddHours(2), "z");
        Assert.Null(fresh.ReminderAt(Given.Morning.AddHours(71)));
        Assert.False(fresh.IsLate(Given.Morning.AddYears(1)));
    }

    [Fact]
    public async Task Who_keeps_the_book_gets_one_letter_a_step()
    {
        await portal.Inside(async (_, db) =>
        {
            (await db.People.SingleAsync(person => person.UserName == "quantri")).Email = "quan-tri@example.vn";
            db.Incidents.Add(new Incident { DiscoveredAt = DateTimeOffset.UtcNow.AddHours(-70), What = "x", Touched = "y" });
            return await db.SaveChangesAsync();
        });
        var job = portal.Services.GetServices<CCHC.Portal.Jobs.IJob>().OfType<RemindIncidentJob>().Single();

        await job.Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
        await job.Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);

        Assert.Equal(1, await portal.Inside((_, db) => db.Set<OutboxMessage>().CountAsync()));
    }
}
