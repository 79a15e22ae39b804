using System.Net;
using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>Nothing that an editor types is lost, and every version can be found again.</summary>
public sealed class EditingTests(PortalHost portal) : EditorsDesk(portal)
{
    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_at_the_next_visit_and_only_for_the_one_who_typed()
    {
        var (id, editor) = await Draft("bientap");
        var page = await (await editor.Get(Desk(id))).Read();
        var answer = await editor.Post(Keep, await Typed(page, ("Title", "Gõ dở chưa lưu"), ("Do", "keep")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var later = await (await (await Portal.Browser().SignIn("bientap")).Get(Desk(id))).Read();
        Assert.Equal("Gõ dở chưa lưu", later.QuerySelector("[name=Title]")!.TextContent);
        Assert.Contains("chưa lưu", later.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var other = await (await (await Portal.Browser().SignIn("duyetbai")).Get(Desk(id))).Read();
        Assert.DoesNotContain("Gõ dở chưa lưu", other.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_kept_for_a_text_that_has_no_edition_yet_come_back_too()
    {
        var writer = await Portal.Browser().SignIn("congtacvien");
        var page = await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read();
        await writer.Post(Keep, await Typed(page, ("Title", "Hướng dẫn gõ dở"), ("Do", "keep")));

        Assert.Equal("Hướng dẫn gõ dở", (await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read()).QuerySelector("[name=Title]")!.TextContent);
        Assert.Equal("", (await (await writer.Get("/quan-tri/noi-dung/moi/article")).Read()).QuerySelector("[name=Title]")!.TextContent);
        await writer.Post(Keep, await Typed(page, ("Do", "drop")));
        Assert.Equal("", (await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read()).QuerySelector("[name=Title]")!.TextContent);
    }

    [Fact]
    public async Task Two_windows_of_one_editor_that_keep_in_the_same_moment_are_both_heard()
    {
        var (id, editor) = await Draft("bientap");
        var page = await (await editor.Get(Desk(id))).Read();
        var typed = await Task.WhenAll(Enumerable.Range(0, 6).Select(window => Typed(page, ("Title", $"Gõ ở cửa sổ {window}"), ("Do", "keep"))));

        var answers = await Task.WhenAll(typed.Select(form => editor.Post(Keep, form)));
        var visits = await Task.WhenAll(typed.Select(_ => editor.Get(Desk(id))));

        Assert.All(answers.Concat(visits), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.StartsWith("Gõ ở cửa sổ", (await (await editor.Get(Desk(id))).Read()).QuerySelector("[name=Title]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_cannot_be_kept_for_a_text_one_may_not_write()
    {
        var (id, editor) = await Draft("bientap");
        var page = await (await editor.Get(Desk(id))).Read();
        var stranger = await Portal.Browser().SignIn("congtacvien");
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
        var second = await Portal.Browser().SignIn("duyetbai");

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
        Assert.Equal(3, await Portal.Inside((_, db) => db.Revisions.CountAsync(revision => revision.EditionId == id)));
    }

    [Fact]
    public async Task A_version_of_another_text_is_not_shown_under_this_one()
    {
        var (id, editor) = await Draft("bientap");
        var (other, _) = await Draft("bientap");
        var foreign = await Portal.Inside((_, db) => db.Revisions.Where(revision => revision.EditionId == other).Select(revision => revision.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get($"{Desk(id)}/so-sanh?den={foreign}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_nobody_saw_can_be_thrown_away_and_what_was_public_cannot()
    {
        var (id, editor) = await Draft("bientap");
        await editor.Send(Desk(id) + "/bo");
        Assert.Equal(0, await Portal.Inside((_, db) => db.Editions.CountAsync(edition => edition.Id == id)));

        var (live, _, publisher) = await Live();
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.Get(Desk(live) + "/bo")).StatusCode);
        await publisher.Post(Desk(live) + "/bo", await Token(publisher, Desk(live), ("Version", "9")));
        Assert.Equal(1, await Portal.Inside((_, db) => db.Editions.CountAsync(edition => edition.Id == live)));
    }

    [Fact]
    public async Task A_draft_in_which_a_colleague_is_at_work_is_not_thrown_away()
    {
        var (id, editor) = await Draft("bientap");
        var colleague = await Portal.Browser().SignIn("duyetbai");
        var theirs = await (await colleague.Get(Desk(id))).Read();
        var open = await editor.Send(Desk(id) + "/bo");
        await colleague.Post(Keep, await Typed(theirs, ("Title", "Chữ chưa lưu của tôi"), ("Do", "keep")));
        await colleague.Post(Keep, await Typed(theirs, ("Do", "leave")));

        var closed = await editor.Send(Desk(id) + "/bo");

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [open.StatusCode, closed.StatusCode]);
        var name = await Portal.Inside((_, db) => db.People.Where(person => person.UserName == "duyetbai").Select(person => person.FullName).SingleAsync());
        Assert.Contains(name, (await closed.Read()).QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Portal.Inside((_, db) => db.TypedCopies.CountAsync(copy => copy.Place == id.ToString())));

        await colleague.Post(Keep, await Typed(theirs, ("Do", "drop")));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Send(Desk(id) + "/bo")).StatusCode);
    }

    [Fact]
    public async Task A_form_says_whose_words_were_saved_so_that_the_machine_forgets_them_and_no_others()
    {
        var writer = await Portal.Browser().SignIn("bientap");
        var empty = await (await writer.Get("/quan-tri/noi-dung/moi/guide")).Read();
        var wrong = await (await writer.Send("/quan-tri/noi-dung/moi/guide", empty, ("Title", " "))).Read();
        var saved = await (await writer.Follow(await writer.Send("/quan-tri/noi-dung/moi/guide", empty, ("Title", "Hướng dẫn đã lưu")))).Read();

        Assert.Equal(["", "", "moi/guide"], [Kept(empty, "saved"), Kept(wrong, "saved"), Kept(saved, "saved")]);
        Assert.Equal(["", "typed", "said"], [Kept(empty, "fresh"), Kept(wrong, "fresh"), Kept(saved, "fresh")]);
        Assert.NotNull(empty.QuerySelector("[data-keep-line]"));
        Assert.True(Guid.TryParse(Kept(empty, "keep-by"), out _));
    }

    private static string Kept(AngleSharp.Dom.IDocument page, string what) => page.QuerySelector("form[data-keep]")!.GetAttribute("data-" + what) ?? "";

    [Fact]
    public async Task Each_number_of_the_work_list_is_the_length_of_the_list_behind_it()
    {
        await Submitted();
        foreach (var person in new[] { "bientap", "duyetbai", "congtacvien" })
        {
            var staff = await Portal.Browser().SignIn(person);
            foreach (var duty in (await (await staff.Get("/quan-tri")).Read()).QuerySelectorAll(".kpi a[href*='viec=']").Select(tile => tile.GetAttribute("href")!))
            {
                // Other tests hand texts in meanwhile: the number before or the number after is the list's.
                var before = await Counted(staff, duty);
                var listed = (await (await staff.Get(duty)).Read()).QuerySelector(".tabs .n")!.TextContent;
                Assert.InRange(int.Parse(listed), Math.Min(before, await Counted(staff, duty)), Math.Max(before, await Counted(staff, duty)));
            }
        }
    }

    private static async Task<int> Counted(Browser staff, string duty) =>
        int.Parse((await (await staff.Get("/quan-tri")).Read()).QuerySelectorAll(".kpi a").Single(tile => tile.GetAttribute("href") == duty).QuerySelector("b")!.TextContent);

    [Fact]
    public async Task The_list_finds_titles_without_marks()
    {
        var title = "Đường đèo Cái Viềng sạt lở " + Guid.CreateVersion7().ToString("n")[^6..];
        var (id, editor) = await Draft("bientap", title);

        Assert.Contains(id.ToString(), await (await editor.Get("/quan-tri/noi-dung?q=duong+deo+cai+vieng+sat+lo+" + title[^6..])).Text(), StringComparison.Ordinal);
    }
}
