using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Observers;

/// <summary>Observers read what was said and done, and by which unit; who it was they do not learn. Praise may become an example, never by itself.</summary>
public sealed class ObserverTests : IAsyncLifetime
{
    private const string Told = "Tôi là Nguyễn Thị Mai, số 0912 345 678, nhà số 12 ngõ 5 đường Trần Phú. Anh Cán bộ Phòng Kinh tế hẹn ba lần mà đất chưa đo. nguyen thi mai xin cảm ơn.";
    private static readonly string[] Secret = ["Nguyễn Thị Mai", "nguyen thi mai", "0912 345 678", "0901234567", "số 12 ngõ 5", "Cán bộ Phòng Kinh tế"];
    private readonly PortalHost portal = PortalHost.With();

    public async ValueTask InitializeAsync() => await portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task An_observer_reads_the_story_without_anybody_in_it_and_each_look_is_written_down()
    {
        var code = await portal.Case("KT", feedback => feedback.Answer("Chào bà Nguyễn Thị Mai, Cán bộ Phòng Kinh tế sẽ đo đất ngày 5.", Guid.CreateVersion7(), DateTimeOffset.UtcNow, Given.Terms().Calendar), message: Told);
        var observer = await portal.Browser().SignIn("giamsat");
        var list = await (await observer.Get("/quan-tri/so-lieu/phan-anh/danh-sach?so=da-nhan&don-vi=KT&tu=&den=")).Read();
        var id = (await portal.Kept(code)).Id;
        Assert.NotNull(list.QuerySelector($"main a[href='/quan-tri/giam-sat/{id}']"));
        Assert.DoesNotContain(code, list.Body!.TextContent, StringComparison.Ordinal);

        var page = await (await observer.Get($"/quan-tri/giam-sat/{id}")).Text();

        Assert.Contains("hẹn ba lần mà đất chưa đo", page, StringComparison.Ordinal);
        Assert.Contains("sẽ đo đất ngày 5", page, StringComparison.Ordinal);
        Assert.Contains("Phòng Kinh tế", page, StringComparison.Ordinal);
        Assert.All(Secret.Append(code), secret => Assert.DoesNotContain(secret, page, StringComparison.OrdinalIgnoreCase));
        Assert.Single(await portal.Inside((_, db) => db.AuditEntries.Where(entry => entry.What == "anonymised-read" && entry.Subject == code).ToListAsync()));
    }

    [Fact]
    public async Task The_observers_file_holds_the_words_without_names_and_is_written_down()
    {
        await portal.Case("KT", message: Told);

        var answer = await (await portal.Browser().SignIn("giamsat")).Send("/quan-tri/so-lieu/phan-anh/tai-ve/csv?so=da-nhan", ("Password", CCHC.Portal.Operations.DemoPeople.Password));
        var text = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("hẹn ba lần mà đất chưa đo", text, StringComparison.Ordinal);
        Assert.All(Secret, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("PA-", text, StringComparison.Ordinal);
        Assert.Single(await portal.Inside((_, db) => db.AuditEntries.Where(entry => entry.What == "anonymised-exported").ToListAsync()));
    }

    [Fact]
    public async Task What_is_about_somebody_of_the_house_and_what_the_law_keeps_apart_is_not_for_observers()
    {
        var (about, complaint) = (await portal.Case("VP"), await portal.Case("VP"));
        var ids = await portal.Inside(async (services, db) =>
        {
            var feedback = await db.Feedback.Include(one => one.Abouts).Include(one => one.Bars).SingleAsync(one => one.ReferenceCode == about);
            await services.GetRequiredService<Conflicts>().Note(portal.Site, feedback, new AboutWhom(portal.Site.UnitByCode("KT")!.Id, AboutPost.Head), AboutSource.Officer, Guid.CreateVersion7(), DateTimeOffset.UtcNow, CancellationToken.None);
            await db.SaveChangesAsync();
            await db.Feedback.Where(one => one.ReferenceCode == complaint).ExecuteUpdateAsync(set => set.SetProperty(one => one.Kind, FeedbackKind.AdministrativeComplaint));
            return await db.Feedback.Where(one => one.ReferenceCode == about || one.ReferenceCode == complaint).Select(one => one.Id).ToListAsync();
        });
        var observer = await portal.Browser().SignIn("giamsat");

        foreach (var id in ids)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await observer.Get($"/quan-tri/giam-sat/{id}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("kiemtra")).Get($"/quan-tri/giam-sat/{ids[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await observer.Get("/quan-tri/phan-anh/" + about)).StatusCode);
    }

    [Fact]
    public async Task Praise_has_no_deadline_and_with_consent_becomes_a_draft_without_names_that_nobody_reads_yet()
    {
        var (shy, glad) = (await Praise(mayPublish: false), await Praise(mayPublish: true));
        var officer = await portal.Browser().SignIn("canbo.kt");
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Get($"/quan-tri/phan-anh/{shy}/neu-guong")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{glad}/neu-guong", ("Heading", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{glad}/neu-guong", ("Heading", "Đo đất tận nhà, gặp Nguyễn Thị Mai"), ("Text", "Bà Nguyễn Thị Mai, 0912 345 678, khen đoàn đo đất đến tận nhà."))).StatusCode);

        var draft = await portal.Inside((_, db) => db.Editions.AsNoTracking().SingleAsync(edition => edition.Title.StartsWith("Đo đất tận nhà")));
        Assert.Equal(("reformModel", EditionState.Draft), (draft.Type, draft.State));
        Assert.Contains("khen đoàn đo đất đến tận nhà", draft.BodyJson, StringComparison.Ordinal);
        Assert.All(Secret, secret => Assert.DoesNotContain(secret, draft.Title + draft.BodyJson, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get("/mo-hinh/" + draft.Slug)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.Browser().SignIn("bientap")).Get($"/quan-tri/noi-dung/{draft.Id}")).StatusCode);
        var kept = await portal.Inside((_, db) => db.Feedback.SingleAsync(one => one.ReferenceCode == glad));
        Assert.Null(kept.DueAt);
        Assert.DoesNotContain(kept.Clocks, clock => clock.IsPromise);
    }

    private async Task<string> Praise(bool mayPublish)
    {
        var code = "PA-KHEN-" + (mayPublish ? "ACDE" : "FGHJ");
        await portal.Inside(async (services, db) =>
        {
            var feedback = new Feedback
            {
                ReferenceCode = code,
                SiteId = portal.Site.Id,
                SecretHash = [1],
                IdempotencyKey = code,
                Message = Told,
                MayPublish = mayPublish,
                ReceivedAt = DateTimeOffset.UtcNow.AddHours(-2),
                SubmitterBox = services.GetRequiredService<Vault>().Lock(new Submitter { Name = "Nguyễn Thị Mai" }, Feedback.IdentityPurpose),
            };
            feedback.Receive(FeedbackKind.Praise, FeedbackField.Land, portal.Site.UnitByCode("KT")!.Id, services.GetRequiredService<Deadlines>().For(portal.Site, FeedbackKind.Praise, feedback.ReceivedAt));
            feedback.StartClocks(Given.Terms(portal.Site));
            db.Add(feedback);
            return await db.SaveChangesAsync();
        });
        return code;
    }
}
