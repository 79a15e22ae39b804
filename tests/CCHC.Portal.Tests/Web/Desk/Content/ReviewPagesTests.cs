using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>Nobody publishes their own text, except in an emergency that is owed a second look.</summary>
public sealed class ReviewPagesTests(PortalHost portal) : EditorsDesk(portal)
{
    [Fact]
    public async Task A_contributor_hands_in_and_does_nothing_further()
    {
        var (id, writer) = await Draft("congtacvien");
        await writer.Send(Desk(id) + "/gui-duyet");

        Assert.Equal(EditionState.InReview, (await Edition(id)).State);
        foreach (var verb in new[] { "duyet", "hen-gio", "tra-lai", "dang-khan", "go", "hau-kiem", "huy-hen" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await writer.Get($"{Desk(id)}/{verb}")).StatusCode);
            Assert.Contains((await writer.Post($"{Desk(id)}/{verb}", ("Version", "1"))).StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
        }
        Assert.Equal(EditionState.InReview, (await Edition(id)).State);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_which_stays_in_the_thread()
    {
        var (id, editor) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await publisher.Send(Desk(id) + "/tra-lai", ("Text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.Send(Desk(id) + "/tra-lai", ("Text", "Thiếu nguồn số liệu."))).StatusCode);
        await editor.Post(Desk(id) + "/trao-doi", await Token(editor, Desk(id), ("Text", "Đã thêm nguồn.")));

        var thread = (await (await publisher.Get(Desk(id))).Read()).QuerySelector("main")!.TextContent;
        Assert.Contains("Thiếu nguồn số liệu.", thread, StringComparison.Ordinal);
        Assert.Contains("Đã thêm nguồn.", thread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_loses_the_role_between_opening_and_pressing_changes_nothing()
    {
        var (id, _) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");
        var page = await (await publisher.Get(Desk(id) + "/duyet")).Read();
        var held = await Portal.Inside(async (_, db) =>
        {
            var person = await db.People.Include(p => p.Memberships).SingleAsync(p => p.UserName == "duyetbai");
            var membership = person.Memberships.Single();
            db.Remove(membership);
            await db.SaveChangesAsync();
            return membership;
        });
        try
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await publisher.Send(Desk(id) + "/duyet", page, ("Do", "now"))).StatusCode);
            Assert.Equal(EditionState.InReview, (await Edition(id)).State);
        }
        finally
        {
            await Portal.Inside(async (_, db) =>
            {
                db.Add(new Membership { PersonId = held.PersonId, UnitId = held.UnitId, Role = held.Role });
                return await db.SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task Saving_an_approved_text_asks_before_the_approval_is_thrown_away()
    {
        var (id, editor) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");
        foreach (var reader in new[] { editor, publisher })
        {
            Assert.Contains("người sửa không còn được duyệt", (await (await reader.Get(Desk(id))).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        await publisher.Send(Desk(id) + "/duyet", ("Do", "approve"));

        var asked = await editor.Send(Desk(id), ("Title", "Sửa sau khi duyệt"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, EditionState.Approved), (asked.StatusCode, (await Edition(id)).State));
        var page = await asked.Read();
        Assert.Equal("Sửa sau khi duyệt", page.QuerySelector("[name=Title]")!.TextContent);
        Assert.Equal("f", page.QuerySelector("#Undo")!.GetAttribute("form"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Send(Desk(id), page, ("Undo", "yes"))).StatusCode);
        Assert.Equal((EditionState.Draft, "Sửa sau khi duyệt"), ((await Edition(id)).State, (await Edition(id)).Title));
    }

    [Fact]
    public async Task Taking_an_older_version_up_asks_too_when_the_text_was_approved()
    {
        var (id, editor) = await Submitted();
        await (await Portal.Browser().SignIn("duyetbai")).Send(Desk(id) + "/duyet", ("Do", "approve"));
        var version = await Portal.Inside((_, db) => db.Revisions.Where(revision => revision.EditionId == id).Select(revision => revision.Id).FirstAsync());

        var asked = await editor.Send($"{Desk(id)}/so-sanh?den={version}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, EditionState.Approved), (asked.StatusCode, (await Edition(id)).State));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Send($"{Desk(id)}/so-sanh?den={version}", await asked.Read(), ("Undo", "yes"))).StatusCode);
        Assert.Equal(EditionState.Draft, (await Edition(id)).State);
    }

    [Fact]
    public async Task Whoever_approves_has_the_whole_page_before_them()
    {
        var (id, _) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");

        var answer = await publisher.Get(Desk(id) + "/duyet");
        var shown = (await answer.Read()).QuerySelector("details[open] iframe")!.GetAttribute("src")!;

        Assert.Contains("frame-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("Nội dung.", (await (await publisher.Get(shown)).Read()).QuerySelector("main .prose > p:last-child")!.TextContent);
    }

    [Fact]
    public async Task A_button_pressed_many_times_at_once_is_never_a_fault_of_the_portal()
    {
        var editor = await Portal.Browser().SignIn("bientap");
        var page = await (await editor.Get("/quan-tri/noi-dung/moi/article")).Read();
        var title = "Bấm nhiều lần " + Guid.CreateVersion7().ToString("n");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => editor.Send("/quan-tri/noi-dung/moi/article", page, ("Title", title), ("Summary", "Tóm tắt.")))));

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.Conflict]));
        foreach (var late in answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict))
        {
            var told = await late.Text();
            Assert.Contains("lần bấm khác", told, StringComparison.Ordinal);
            Assert.Contains(title, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_hour_that_has_passed_is_refused_with_the_form_kept()
    {
        var (id, _) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");

        var answer = await publisher.Send(Desk(id) + "/hen-gio", ("Day", "2020-01-02"), ("Hour", "08:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal("2020-01-02", page.QuerySelector("#Day")!.GetAttribute("value"));
        Assert.Contains("phía trước", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appointment_is_made_taken_back_and_made_again()
    {
        var (id, _) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");

        await publisher.Send(Desk(id) + "/hen-gio", ("Day", "2099-01-02"), ("Hour", "08:00"));
        Assert.Equal((EditionState.Scheduled, new DateTimeOffset(2099, 1, 2, 8, 0, 0, TimeSpan.FromHours(7))), ((await Edition(id)).State, (await Edition(id)).PublishAt));
        await publisher.Send(Desk(id) + "/huy-hen");
        Assert.Equal(EditionState.Approved, (await Edition(id)).State);
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.Send(Desk(id) + "/duyet", ("Do", "now"))).StatusCode);
        Assert.Equal(EditionState.Published, (await Edition(id)).State);
    }

    [Fact]
    public async Task What_goes_out_in_an_emergency_is_on_the_list_until_somebody_else_looked()
    {
        var (id, publisher) = await Draft("duyetbai");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await publisher.Send(Desk(id) + "/dang-khan", ("Text", ""))).StatusCode);
        await publisher.Send(Desk(id) + "/dang-khan", ("Text", "Bão đổ bộ đêm nay."));

        Assert.Equal((EditionState.Published, true), ((await Edition(id)).State, (await Edition(id)).OwesSecondLook));
        Assert.Contains(id.ToString(), await (await publisher.Get("/quan-tri/noi-dung?viec=su-co")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await publisher.Send(Desk(id) + "/hau-kiem")).StatusCode);
        Assert.True((await Edition(id)).OwesSecondLook);

        var second = await Portal.Browser().SignIn("duyetbai.vp");
        Assert.Equal(HttpStatusCode.Redirect, (await second.Send(Desk(id) + "/hau-kiem", ("Text", "Đúng với công điện."))).StatusCode);
        Assert.False((await Edition(id)).OwesSecondLook);
        Assert.DoesNotContain(id.ToString(), await (await second.Get("/quan-tri/noi-dung?viec=su-co")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Criticism_never_goes_out_in_an_emergency()
    {
        var editor = await Portal.Browser().SignIn("duyetbai");
        var id = await Made(editor, "criticism");

        Assert.Contains("luôn cần đủ người duyệt", await (await editor.Get(Desk(id) + "/dang-khan")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(Desk(id) + "/dang-khan", ("Text", "Gấp"))).StatusCode);
    }

    [Fact]
    public async Task Criticism_goes_out_after_two_people_approved_and_not_without_its_conclusion()
    {
        var editor = await Portal.Browser().SignIn("bientap");
        var bare = await editor.Send("/quan-tri/noi-dung/moi/criticism", ("Title", "Chậm trả hồ sơ " + Guid.CreateVersion7()), ("Summary", "Tóm tắt."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(bare.Headers.Location!.ToString() + "/gui-duyet")).StatusCode);
        var id = await Made(editor, "criticism");
        await editor.Send(Desk(id) + "/gui-duyet");

        var first = await Portal.Browser().SignIn("duyetbai");
        await first.Send(Desk(id) + "/duyet", ("Do", "now"));
        Assert.Equal(EditionState.InReview, (await Edition(id)).State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.Send(Desk(id) + "/duyet", ("Do", "now"))).StatusCode);
        await (await Portal.Browser().SignIn("duyetbai.vp")).Send(Desk(id) + "/duyet", ("Do", "now"));

        Assert.Equal(EditionState.Published, (await Edition(id)).State);
        Assert.Contains("01/KL", await (await Portal.Browser().Get("/chan-chinh")).Text(), StringComparison.Ordinal);
    }
}
