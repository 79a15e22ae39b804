using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Whoever should have answered a case does not refuse it or take it out of the figures; and who sent it is told when somebody may.</summary>
public sealed class SettingAsideTests(PortalHost portal)
{
    [Theory]
    [InlineData("Spam")]
    [InlineData("AdministrativeComplaint")]
    public async Task A_handler_does_not_take_a_case_out_of_every_figure_and_the_head_does(string kind)
    {
        var code = await portal.Case("KT");
        var handler = await portal.Browser().SignIn("canbo.kt");
        var page = await (await handler.Get($"/quan-tri/phan-anh/{code}/phan-loai")).Read();
        Assert.Null(page.QuerySelector($"input[name=Kind][value={kind}]"));

        var refused = await handler.Send($"/quan-tri/phan-anh/{code}/phan-loai", ("Kind", kind), ("Field", "Land"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("không còn được đếm", (await refused.Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(FeedbackKind.Report, (await portal.Kept(code)).Kind);

        await (await portal.Browser().SignIn("truongphong.kt")).Send($"/quan-tri/phan-anh/{code}/phan-loai", ("Kind", kind), ("Field", "Land"));
        Assert.Equal(kind, (await portal.Kept(code)).Kind.ToString());
    }

    [Fact]
    public async Task Only_the_head_or_the_intake_officer_refuses_a_case_and_its_sender_gets_the_notice()
    {
        var (mail, code) = (Address(), "");
        code = await portal.Case("KT", email: mail);
        var handler = await portal.Browser().SignIn("canbo.kt");
        Assert.NotEqual(HttpStatusCode.OK, (await handler.Get($"/quan-tri/phan-anh/{code}/khong-tiep-nhan")).StatusCode);
        Assert.DoesNotContain("khong-tiep-nhan", await (await handler.Get("/quan-tri/phan-anh/" + code)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var head = await portal.Browser().SignIn("truongphong.kt");
        Assert.Contains("khong-tiep-nhan", await (await head.Get("/quan-tri/phan-anh/" + code)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await head.Send($"/quan-tri/phan-anh/{code}/khong-tiep-nhan", ("Text", "Việc đã có bản án của tòa."));

        Assert.Equal(FeedbackState.Declined, (await portal.Kept(code)).State);
        Assert.Equal($"Phản ánh {code}: có quyết định không tiếp nhận", await Subject(mail));
    }

    [Fact]
    public async Task Who_is_handed_over_gets_the_notice()
    {
        var mail = Address();
        var code = await portal.Case("KT", email: mail);

        await (await portal.Browser().SignIn("canbo.kt")).Send($"/quan-tri/phan-anh/{code}/chuyen-ngoai", ("UnitCode", "X-PHA"), ("Text", "Việc của bến phà"));

        Assert.Equal($"Phản ánh {code} đã chuyển cơ quan có thẩm quyền", await Subject(mail));
    }

    [Fact]
    public async Task Where_answers_are_approved_the_head_decides_an_idea()
    {
        await Approving(true);
        try
        {
            var own = await portal.Case("VHXH", feedback => feedback.Classify(FeedbackKind.Idea, FeedbackField.SocialPolicy, null, "", Guid.CreateVersion7(), feedback.ReceivedAt.AddMinutes(1)));
            var intake = await portal.Browser().SignIn("daumoi");
            var handler = await portal.Browser().SignIn(await HandlerOf("VHXH"));

            Assert.Equal(HttpStatusCode.NotFound, (await handler.Get($"/quan-tri/phan-anh/{own}/tiep-thu")).StatusCode);
            Assert.Contains("Thủ trưởng đơn vị quyết", await (await handler.Get("/quan-tri/phan-anh/" + own)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await intake.Get($"/quan-tri/phan-anh/{own}/tiep-thu")).StatusCode);
        }
        finally
        {
            await Approving(false);
        }
    }

    private Task Approving(bool on) => portal.Inside((_, db) => db.Set<Unit>().Where(unit => unit.Code == "VHXH").ExecuteUpdateAsync(set => set.SetProperty(unit => unit.AnswersNeedApproval, on)));

    private async Task<string> HandlerOf(string unit)
    {
        var name = "xuly." + Guid.CreateVersion7().ToString("n")[^10..];
        await portal.Inside((_, db) =>
        {
            var person = new CCHC.Portal.People.Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = "Cán bộ thử", SecurityStamp = "x" };
            person.Memberships.Add(new CCHC.Portal.People.Membership { PersonId = person.Id, UnitId = portal.Site.UnitByCode(unit)!.Id, Role = CCHC.Portal.People.Role.UnitHandler });
            db.Add(person);
            return db.SaveChangesAsync();
        });
        return name;
    }

    private static string Address() => $"dan{Guid.CreateVersion7().ToString("n")[^10..]}@example.vn";

    private Task<string> Subject(string mail) => portal.Inside(async (services, db) =>
        (await db.Outbox.AsNoTracking().Where(message => message.Kind == Mail.Kind && message.DoneAt == null).ToListAsync()).Select(message => message.Read<Mail>(services.GetRequiredService<CCHC.Portal.Storage.Vault>())!).Single(letter => letter.To == mail).Subject);
}
