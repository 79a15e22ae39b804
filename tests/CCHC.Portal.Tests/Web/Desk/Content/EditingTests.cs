using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>Nothing that an editor types is lost, nobody publishes their own text, and what leaves does so as it was said.</summary>
public sealed class EditingTests(PortalHost portal)
{
    private const string Keep = "/quan-tri/noi-dung/tu-luu";

    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_at_the_next_visit_and_only_for_the_one_who_typed()
    {
        var (id, editor) = await Draft("bientap");
        var page = await (await editor.Get(Desk(id))).Read();
        var answer = await editor.Post(Keep, await Typed(page, ("Title", "Gõ dở chưa lưu"), ("Do", "keep")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var later = await (await (await portal.Browser().SignIn("bientap")).Get(Desk(id))).Read();
        Assert.Equal("Gõ dở chưa lưu", later.QuerySelector("[name=Title]")!.TextContent);
        Assert.Contains("chưa lưu", later.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var other = await (await (await portal.Browser().SignIn("duyetbai")).Get(Desk(id))).Read();
        Assert.DoesNotContain("Gõ dở chưa lưu", other.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_kept_for_a_text_that_has_no_edition_yet_come_back_too()
    {
        var writer = await portal.Browser().SignIn("congtacvien");
        var page = await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read();
        await writer.Post(Keep, await Typed(page, ("Title", "Hướng dẫn gõ dở"), ("Do", "keep")));

        Assert.Equal("Hướng dẫn gõ dở", (await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read()).QuerySelector("[name=Title]")!.TextContent);
        Assert.Equal("", (await (await writer.Get("/quan-tri/noi-dung/moi/article")).Read()).QuerySelector("[name=Title]")!.TextContent);
        await writer.Post(Keep, await Typed(page, ("Do", "drop")));
        Assert.Equal("", (await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read()).QuerySelector("[name=Title]")!.TextContent);
    }

    [Fact]
    public async Task Typing_cannot_be_kept_for_a_text_one_may_not_write()
    {
        var (id, editor) = await Draft("bientap");
        var page = await (await editor.Get(Desk(id))).Read();
        var stranger = await portal.Browser().SignIn("congtacvien");
        var own = await (await stranger.Get("/quan-tri/noi-dung/moi/article")).Read();

        var answer = await stranger.Post(Keep, await Typed(own, ("Place", id.ToString()), ("Do", "keep")));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(page);
    }

    [Fact]
    public async Task The_second_editor_is_warned_before_typing_and_hears_when_somebody_saved_meanwhile()
    {
        var (id, first) = await Draft("bientap");
        await first.Get(Desk(id));
        var second = await portal.Browser().SignIn("duyetbai");

        var page = await (await second.Get(Desk(id))).Read();
        Assert.Contains("Biên tập viên (mẫu) cũng đang mở bài này", page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);

        await first.Send(Desk(id), ("Title", "Người kia lưu trước"));
        var told = JsonDocument.Parse(await (await second.Post(Keep, await Typed(page, ("Do", "here")))).Text()).RootElement;
        Assert.Equal("Biên tập viên (mẫu)", told.GetProperty("overtaken").GetString());

        var late = await second.Send(Desk(id), page, ("Title", "Người thứ hai"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = (await late.Read()).QuerySelector("main")!;
        Assert.Contains("Người kia lưu trước", both.TextContent, StringComparison.Ordinal);
        Assert.Equal("Người thứ hai", both.QuerySelector("[name=Title]")!.TextContent);
    }

    [Fact]
    public async Task Every_version_is_listed_compared_and_taken_up_again()
    {
        var (id, editor) = await Draft("bientap", "Bản thứ nhất");
        await editor.Send(Desk(id), ("Title", "Bản thứ hai"));

        var list = await (await editor.Get(Desk(id) + "/lich-su")).Read();
        var compare = list.QuerySelectorAll("table a").Select(link => link.GetAttribute("href")!).First(link => link.Contains("tu=", StringComparison.Ordinal));
        var difference = await (await editor.Get(compare)).Read();
        Assert.Contains("nhất", difference.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hai", difference.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);

        var oldest = list.QuerySelectorAll("input[name=den]").Last().GetAttribute("value");
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Send($"{Desk(id)}/so-sanh?den={oldest}")).StatusCode);
        Assert.Equal("Bản thứ nhất", (await Edition(id)).Title);
        Assert.Equal(3, await portal.Inside((_, db) => db.Revisions.CountAsync(revision => revision.EditionId == id)));
    }

    [Fact]
    public async Task A_version_of_another_text_is_not_shown_under_this_one()
    {
        var (id, editor) = await Draft("bientap");
        var (other, _) = await Draft("bientap");
        var foreign = await portal.Inside((_, db) => db.Revisions.Where(revision => revision.EditionId == other).Select(revision => revision.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get($"{Desk(id)}/so-sanh?den={foreign}")).StatusCode);
    }

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
        var publisher = await portal.Browser().SignIn("duyetbai");

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
        var publisher = await portal.Browser().SignIn("duyetbai");
        var page = await (await publisher.Get(Desk(id) + "/duyet")).Read();
        var held = await portal.Inside(async (_, db) =>
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
            await portal.Inside(async (_, db) =>
            {
                db.Add(new Membership { PersonId = held.PersonId, UnitId = held.UnitId, Role = held.Role });
                return await db.SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task An_hour_that_has_passed_is_refused_with_the_form_kept()
    {
        var (id, _) = await Submitted();
        var publisher = await portal.Browser().SignIn("duyetbai");

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
        var publisher = await portal.Browser().SignIn("duyetbai");

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
    }

    [Fact]
    public async Task Criticism_never_goes_out_in_an_emergency()
    {
        var editor = await portal.Browser().SignIn("duyetbai");
        var id = await Made(editor, "criticism");

        Assert.Contains("luôn cần đủ người duyệt", await (await editor.Get(Desk(id) + "/dang-khan")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(Desk(id) + "/dang-khan", ("Text", "Gấp"))).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_page_stays_readable_under_its_notice_and_out_of_every_list()
    {
        var (id, address, publisher) = await Live();

        await publisher.Send(Desk(id) + "/go", ("Retirement", "Notice"), ("Text", "Quy định đã thay đổi."));
        await Settle();

        var page = await portal.Browser().Get(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Read();
        Assert.Contains("Quy định đã thay đổi.", html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var list in new[] { "/tin-tuc", "/rss.xml", "/sitemap.xml" })
        {
            Assert.DoesNotContain(address, await (await portal.Browser().Get(list)).Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_withdrawn_page_leads_where_the_editor_said_and_only_to_a_page_there_is()
    {
        var (id, address, publisher) = await Live();
        var (_, target, _) = await Live();

        foreach (var wrong in new[] { "https://example.com/x", "//example.com", "/khong-co/gi", "javascript:alert(1)", "", address })
        {
            var refused = await publisher.Send(Desk(id) + "/go", ("Retirement", "Redirected"), ("MovedTo", wrong), ("Text", "Đã chuyển."));
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity || wrong == address, $"{wrong}: {refused.StatusCode}");
            if (wrong == address && refused.StatusCode != HttpStatusCode.UnprocessableEntity)
            {
                Assert.Fail("A page leads to itself.");
            }
        }
        await publisher.Send(Desk(id) + "/go", ("Retirement", "Redirected"), ("MovedTo", target), ("Text", "Đã chuyển."));
        await Settle();

        var moved = await portal.Browser().Get(address);
        Assert.Equal((HttpStatusCode.MovedPermanently, target), (moved.StatusCode, moved.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_preview_address_opens_for_anybody_until_it_is_revoked_and_is_never_indexed()
    {
        var (id, editor) = await Draft("bientap", "Chờ lãnh đạo xem");
        var made = await (await editor.Send(Desk(id) + "/chia-se", ("For", "Chủ tịch"), ("Lasts", "1"))).Read();
        var secret = new Uri(made.QuerySelector("#made")!.GetAttribute("value")!).AbsolutePath;

        var page = await portal.Browser().Get(secret);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("Chờ lãnh đạo xem", await page.Text(), StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser("cat-hai.localhost").Get("/xem-truoc/" + new string('0', 48))).StatusCode);

        var link = await portal.Inside((_, db) => db.PreviewLinks.SingleAsync(link => link.EditionId == id));
        await editor.Post(Desk(id) + "/chia-se", await Token(editor, Desk(id) + "/chia-se", ("Revoke", link.Id.ToString())));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(secret)).StatusCode);
    }

    [Fact]
    public async Task A_draft_nobody_saw_can_be_thrown_away_and_what_was_public_cannot()
    {
        var (id, editor) = await Draft("bientap");
        await editor.Send(Desk(id) + "/bo");
        Assert.Equal(0, await portal.Inside((_, db) => db.Editions.CountAsync(edition => edition.Id == id)));

        var (live, _, publisher) = await Live();
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.Get(Desk(live) + "/bo")).StatusCode);
        await publisher.Post(Desk(live) + "/bo", await Token(publisher, Desk(live), ("Version", "9")));
        Assert.Equal(1, await portal.Inside((_, db) => db.Editions.CountAsync(edition => edition.Id == live)));
    }

    [Fact]
    public async Task Each_number_of_the_work_list_is_the_length_of_the_list_behind_it()
    {
        await Submitted();
        foreach (var person in new[] { "bientap", "duyetbai", "congtacvien" })
        {
            var staff = await portal.Browser().SignIn(person);
            foreach (var tile in (await (await staff.Get("/quan-tri")).Read()).QuerySelectorAll(".kpi a[href*='viec=']"))
            {
                var list = await (await staff.Get(tile.GetAttribute("href")!)).Read();
                Assert.Equal(tile.QuerySelector("b")!.TextContent, list.QuerySelector(".tabs .n")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task The_list_finds_titles_without_marks()
    {
        var title = "Đường đèo Cái Viềng sạt lở " + Guid.CreateVersion7().ToString("n")[^6..];
        var (id, editor) = await Draft("bientap", title);

        Assert.Contains(id.ToString(), await (await editor.Get("/quan-tri/noi-dung?q=duong+deo+cai+vieng+sat+lo+" + title[^6..])).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_told_to_readers_stands_on_the_page()
    {
        var (id, address, publisher) = await Live();
        var editor = await portal.Browser().SignIn("bientap");
        var next = (await editor.Send(Desk(id), ("Title", "Giờ mới đã sửa"), ("ChangeNote", "Sửa giờ mở cửa buổi chiều."))).Headers.Location!.ToString();
        await editor.Send(next + "/gui-duyet");
        await publisher.Send(next + "/duyet", ("Do", "now"));
        await Settle();

        Assert.Contains("Sửa giờ mở cửa buổi chiều.", (await (await portal.Browser().Get(address)).Read()).QuerySelector("details.changes")!.TextContent, StringComparison.Ordinal);
    }

    private static string Desk(Guid id) => $"/quan-tri/noi-dung/{id}";

    private async Task<(Guid Id, Browser Writer)> Draft(string user, string? title = null)
    {
        var writer = await portal.Browser().SignIn(user);
        return (await Made(writer, "article", title), writer);
    }

    private static async Task<Guid> Made(Browser writer, string type, string? title = null)
    {
        var saved = await writer.Send("/quan-tri/noi-dung/moi/" + type, ("Title", title ?? "Bài thử " + Guid.CreateVersion7().ToString("n")), ("Summary", "Một câu tóm tắt."), ("Body.Text", "Nội dung."),
            ("Body.Concerned", "Phòng thử (mẫu)"), ("Body.ConclusionNumber", "01/KL"), ("Body.ConcludedOn", "2026-11-01"), ("Body.ConcludedBy", "UBND"), ("Body.Conclusion", "ket-luan.pdf"), ("Topics", "tai-chinh-cong"), ("OwnerUnit", "VP"));
        return Guid.Parse(saved.Headers.Location!.ToString().Split('/').Last());
    }

    private async Task<(Guid Id, Browser Editor)> Submitted()
    {
        var (id, editor) = await Draft("bientap");
        await editor.Send(Desk(id) + "/gui-duyet");
        return (id, editor);
    }

    private async Task<(Guid Id, string Address, Browser Publisher)> Live()
    {
        var (id, _) = await Submitted();
        var publisher = await portal.Browser().SignIn("duyetbai");
        await publisher.Send(Desk(id) + "/duyet", ("Do", "now"));
        await Settle();
        return (id, (await Edition(id)).Address, publisher);
    }

    private Task<Edition> Edition(Guid id) => portal.Inside((_, db) => db.Editions.AsNoTracking().SingleAsync(edition => edition.Id == id));

    private Task Settle() => portal.Inside(async (services, _) =>
    {
        await services.GetRequiredService<KeepIndexJob>().Run(services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
        return 0;
    });

    // The form as the script sends it: every field, the token among them.
    private static Task<HttpContent> Typed(IDocument page, params (string Name, string Value)[] values)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form[data-keep]").Single();
        var fields = form.Elements.OfType<IHtmlElement>().Select(field => (Name: field.GetAttribute("name"), Value: field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""))
            .Where(field => field.Name is { Length: > 0 } && field.Name is not ("Do" or "Add") && values.All(value => value.Name != field.Name)).Select(field => KeyValuePair.Create(field.Name!, field.Value));
        return Task.FromResult<HttpContent>(new FormUrlEncodedContent(fields.Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))));
    }

    private static async Task<HttpContent> Token(Browser browser, string path, params (string Name, string Value)[] values)
    {
        var token = (await (await browser.Get(path)).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
    }
}
