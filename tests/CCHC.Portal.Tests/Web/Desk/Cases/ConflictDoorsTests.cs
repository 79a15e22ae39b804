using System.Net;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Those a case is about walk through every door of the portal with its code and its keys in hand, and find nothing of it.</summary>
public sealed partial class ConflictDoorsTests : IAsyncLifetime
{
    private const string Marker = "NGHIMARKER7", Hidden = "DAUHIEUKIN8";   // the first is searched for, the second must not be found
    private readonly PortalHost portal = PortalHost.With();
    private readonly List<Guid> keys = [];
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        await Moved("canbo.mc", "VP", Role.IntakeOfficer);        // she was in the accused unit and now reads the whole site
        await Moved("truongphong.kt", "UBND", Role.UnitHead);     // he was its head and now stands over it
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Nothing_of_it_is_behind_any_door()
    {
        var before = await Numbers("canbo.kt", "canbo.mc", "truongphong.kt");
        await Accuse();
        Assert.Equal(before, await Numbers("canbo.kt", "canbo.mc", "truongphong.kt"));   // nor is it counted

        var broken = new List<string>();
        foreach (var userName in new[] { "canbo.kt", "canbo.mc", "truongphong.kt", "quantri", "kiemtra", "giamsat", "khokin", "bientap" })
        {
            var reader = await portal.Browser().SignIn(userName);
            foreach (var address in Addresses())
            {
                var answer = await reader.Get(address);
                var text = await answer.Text();
                if (text.Contains(Hidden, StringComparison.Ordinal) || (text.Contains(code, StringComparison.Ordinal) && !Echoes(address)))
                {
                    broken.Add($"{userName}: {address}");
                }
            }
        }
        Findings.None(broken);
    }

    [Fact]
    public async Task Those_above_find_it_on_their_lists_and_behind_its_own_doors()
    {
        await Accuse();
        var found = new List<string>();
        var leader = await portal.Browser().SignIn("lanhdao");
        foreach (var address in Addresses())
        {
            if ((await (await leader.Get(address)).Text()).Contains(Hidden, StringComparison.Ordinal))
            {
                found.Add(address);
            }
        }

        Assert.True(found.Count >= 8, string.Join('\n', found));   // else the walk above would prove nothing
        Assert.Contains("/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + Marker, found);
    }

    [Fact]
    public async Task None_of_its_verbs_does_anything_for_them()
    {
        await Accuse();
        var before = await Kept();
        foreach (var userName in new[] { "canbo.kt", "canbo.mc", "truongphong.kt" })
        {
            var reader = await portal.Browser().SignIn(userName);
            var token = (await (await reader.Get("/quan-tri/phan-anh")).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var address in Addresses().Where(address => address.Contains(code, StringComparison.Ordinal) && !address.Contains('?')))
            {
                var answer = await reader.Post(address, ("__RequestVerificationToken", token), ("Text", "Tôi tự xử lý"), ("Version", "1"), ("UnitCode", "KT"));
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest or HttpStatusCode.Redirect, $"{userName} {address}: {(int)answer.StatusCode}");
            }
        }
        var after = await Kept();
        Assert.Equal((before.Version, before.Events.Count, before.UnitId), (after.Version, after.Events.Count, after.UnitId));
    }

    [Theory]
    [InlineData("Report")]
    [InlineData("Question")]
    [InlineData("Idea")]
    public async Task A_resident_says_in_the_form_whom_it_is_about_and_it_goes_past_them(string kind)
    {
        var sent = await portal.Browser().Send("/phan-anh/gui", ("Step", "3"), ("Go", "send"), ("Form.Kind", kind), ("Form.Field", "Land"), ("Form.Message", Marker), ("Form.AboutUnit", "KT"), ("Form.AboutPost", "Head"), ("Form.Agreed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        var kept = await portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Abouts).SingleAsync(f => f.Message == Marker));
        Assert.Equal(AboutPost.Head, Assert.Single(kept.Abouts).Post);
        Assert.NotEqual(portal.Site.UnitByCode("KT")!.Id, kept.UnitId);
        Assert.True(kept.IsBarred);
    }

    [Fact]
    public async Task An_officer_who_finds_it_is_about_the_unit_gives_it_up_and_the_leader_may_give_it_back()
    {
        var feedback = Given.Feedback(unit: portal.Site.UnitByCode("KT")!.Id, code: "PA-4444-6666");
        feedback.StartClocks(Given.Terms());
        await portal.Inside((_, db) =>
        {
            db.Feedback.Add(feedback);
            return db.SaveChangesAsync();
        });
        const string home = "/quan-tri/phan-anh/PA-4444-6666";
        var officer = await portal.Browser().SignIn("canbo.kt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send(home + "/ve-ai", ("UnitCode", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send(home + "/ve-ai", ("UnitCode", "KT"), ("Post", "Officer"), ("Name", "Cán bộ thẩm định"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(home)).StatusCode);

        var leader = await portal.Browser().SignIn("lanhdao");
        var page = await (await leader.Get(home)).Read();
        Assert.Contains("Cán bộ thẩm định", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var lift = page.QuerySelector($"a[href^='{home}/ve-ai/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.Send(lift, ("Text", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.Send(lift, ("Text", "Không phải về đơn vị này."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.Send(home + "/chuyen-don-vi", ("UnitCode", "KT"), ("Text", "Thuộc phòng."))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Get(home)).StatusCode);
    }

    private async Task Accuse()
    {
        var (site, about) = (portal.Site, portal.Site.UnitByCode("KT")!.Id);
        await portal.Inside(async (services, db) =>
        {
            var intake = services.GetRequiredService<Intake>();
            var mc = await db.People.SingleAsync(person => person.UserName == "canbo.mc");
            var head = await db.People.SingleAsync(person => person.UserName == "truongphong.kt");
            var receipt = await intake.Receive(site, Given.Message(text: $"{Marker} {Hidden} ở phòng, đường ngập") with
            {
                About = [new(about, AboutPost.Unit), new(about, AboutPost.Officer, mc.FullName), new(about, AboutPost.Head, head.FullName)],
                Files = [new SentFile("khong-co", Hidden + ".webp", "image/webp", 3)],
            }, CancellationToken.None);
            code = receipt.ReferenceCode;
            var feedback = await db.Feedback.Include(f => f.Events).Include(f => f.Abouts).Include(f => f.Bars).Include(f => f.Attachments).SingleAsync(f => f.ReferenceCode == code);
            db.Extensions.Add(Extension.Ask(feedback, 3, Hidden, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch));
            keys.AddRange([feedback.Id, .. feedback.Attachments.Select(file => file.Id), .. feedback.Abouts.Select(one => one.Id)]);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("UBND", portal.Site.UnitById((await Kept()).UnitId)!.Code);
    }

    private Task<Feedback> Kept() => portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code));

    private Task<int> Moved(string userName, string unit, Role role) => portal.Inside(async (_, db) =>
    {
        var person = await db.People.Include(p => p.Memberships).SingleAsync(p => p.UserName == userName);
        db.Memberships.RemoveRange(person.Memberships);
        db.Memberships.Add(new Membership { PersonId = person.Id, UnitId = portal.Site.UnitByCode(unit)!.Id, Role = role });
        return await db.SaveChangesAsync();
    });

    // Every number a page of theirs shows: on the desk, over the inbox, beside the areas.
    private async Task<string> Numbers(params string[] userNames)
    {
        var numbers = new List<string>();
        foreach (var userName in userNames)
        {
            var reader = await portal.Browser().SignIn(userName);
            foreach (var address in new[] { "/quan-tri", "/quan-tri/phan-anh", "/quan-tri/phan-anh?tinh-trang=tat-ca", "/quan-tri/gia-han" })
            {
                var page = await (await reader.Get(address)).Read();
                numbers.Add($"{userName} {address} {string.Concat(Number().Matches(page.Body!.TextContent).Select(found => found.Value + " "))}");
            }
        }
        return string.Join('\n', numbers);
    }

    private bool Echoes(string address) => address.Contains(code, StringComparison.Ordinal);   // a page not found may say its own address

    private IEnumerable<string> Addresses()
    {
        foreach (var address in Given.Addresses(portal, keys, code))
        {
            yield return address;
        }
        foreach (var words in new[] { Marker, code })
        {
            yield return "/quan-tri/phan-anh?tinh-trang=tat-ca&q=" + words;
            yield return "/tim-kiem?q=" + words;
        }
        yield return "/quan-tri/phan-anh?tinh-trang=tat-ca";
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
