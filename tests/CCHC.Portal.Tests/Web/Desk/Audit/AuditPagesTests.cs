using System.Net;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Audit;

/// <summary>Who audits reads what was done, by day, deed and person, and takes it away only on record.</summary>
public sealed class AuditPagesTests(PortalHost portal)
{
    private const string Home = "/quan-tri/nhat-ky";

    [Fact]
    public async Task It_is_read_by_day_deed_and_person_and_a_file_of_it_is_a_line_of_it()
    {
        var code = await portal.Case("KT");
        var officer = await portal.PersonCalled("canbo.kt");
        await portal.Inside((_, db) =>
        {
            db.AuditEntries.Add(new AuditEntry { At = new DateTimeOffset(2025, 3, 4, 2, 0, 0, TimeSpan.Zero), PersonId = officer, What = "original-seen", Subject = code });
            db.AuditEntries.Add(new AuditEntry { At = new DateTimeOffset(2025, 3, 4, 18, 0, 0, TimeSpan.Zero), PersonId = officer, What = "role-given", Subject = officer.ToString("n"), Detail = "=1+1" });   // the day after, in Vietnam
            return db.SaveChangesAsync();
        });
        var auditor = await portal.Browser().SignIn("kiemtra");

        var day = await Rows(auditor, $"{Home}?tu=2025-03-04&den=2025-03-04");
        Assert.Contains("Xem bản chưa che", Assert.Single(day), StringComparison.Ordinal);
        Assert.Contains(code, day[0], StringComparison.Ordinal);
        var deed = await Rows(auditor, $"{Home}?tu=2025-03-01&den=2025-03-31&viec=role-given");
        Assert.Contains("Cán bộ", Assert.Single(deed), StringComparison.Ordinal);   // a person by name, not by key
        Assert.Equal(2, (await Rows(auditor, $"{Home}?tu=2025-03-01&den=2025-03-31&nguoi={officer}")).Count);
        Assert.Empty(await Rows(auditor, $"{Home}?tu=2025-03-01&den=2025-03-31&nguoi={Guid.CreateVersion7()}"));
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get($"{Home}?tu=x&den=9999-12-31&viec=khong-co&nguoi=y&trang=-4")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await auditor.Send($"{Home}/tai-ve?tu=2025-03-01&den=2025-03-31", ("Password", "sai-mat-khau-roi"))).StatusCode);
        var file = System.Text.Encoding.UTF8.GetString(await (await auditor.Send($"{Home}/tai-ve?tu=2025-03-01&den=2025-03-31", ("Password", DemoPeople.Password))).Content.ReadAsByteArrayAsync());
        Assert.Equal(3, file.Trim().Split("\r\n").Length);
        Assert.Contains("\"'=1+1\"", file, StringComparison.Ordinal);
        var mine = await portal.PersonCalled("kiemtra");
        Assert.Single(await portal.Inside((_, db) => db.AuditEntries.Where(entry => entry.What == "audit-exported" && entry.PersonId == mine).ToListAsync()));
    }

    [Theory]
    [InlineData("quantri", HttpStatusCode.OK)]
    [InlineData("lanhdao", HttpStatusCode.Forbidden)]
    [InlineData("daumoi", HttpStatusCode.Forbidden)]
    public async Task It_is_for_the_auditor_and_the_administrator(string userName, HttpStatusCode answer)
    {
        var somebody = await portal.Browser().SignIn(userName);

        Assert.Equal(answer, (await somebody.Get(Home)).StatusCode);
        Assert.Equal(answer, (await somebody.Get(Home + "/tai-ve")).StatusCode);
    }

    private static async Task<List<string>> Rows(Browser browser, string address) =>
        [.. (await (await browser.Get(address)).Read()).QuerySelectorAll("table tbody tr").Select(row => row.TextContent)];
}
