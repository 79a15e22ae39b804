using System.Net;
using CCHC.Portal.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>What work on a text may not do beyond that text: change what readers have, show what is not one's own, outlive its end.</summary>
public sealed class BoundariesTests(PortalHost portal) : EditorsDesk(portal)
{
    [Fact]
    public async Task A_preview_shows_the_version_it_was_made_for_and_ends_when_the_text_appears()
    {
        var (id, editor) = await Draft("bientap", "Bản lãnh đạo xem");
        var made = await (await editor.Send(Desk(id) + "/chia-se", ("For", "Chủ tịch"), ("Lasts", "3"))).Read();
        var secret = new Uri(made.QuerySelector("#made")!.GetAttribute("value")!).AbsolutePath;
        await editor.Send(Desk(id), ("Title", "Bản sửa sau đó"));

        var shown = await (await Portal.Browser().Get(secret)).Text();
        Assert.Contains("Bản lãnh đạo xem", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản sửa sau đó", shown, StringComparison.Ordinal);

        await editor.Send(Desk(id) + "/gui-duyet");
        var publisher = await Portal.Browser().SignIn("duyetbai");
        await publisher.Send(Desk(id) + "/duyet", ("Do", "now"));
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Browser().Get(secret)).StatusCode);
        await publisher.Send(Desk(id) + "/go", ("Retirement", "Gone"), ("Text", "Sai."));
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.Browser().Get(secret)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.Send(Desk(id) + "/chia-se", ("For", "Ai đó"), ("Lasts", "1"))).StatusCode);
    }

    [Fact]
    public async Task A_draft_beside_a_live_page_does_not_change_who_answers_for_it()
    {
        var (id, address, _) = await Live();
        var editor = await Portal.Browser().SignIn("bientap");

        var next = (await editor.Send(Desk(id), ("Title", "Bản sửa"), ("OwnerUnit", "KT"))).Headers.Location!.ToString();

        var owner = await Portal.Inside((_, db) => db.Editions.Where(edition => edition.Id == id).Select(edition => edition.Item!.OwnerUnit).SingleAsync());
        Assert.Equal("TTVHTT", owner);
        Assert.Equal(HttpStatusCode.OK, (await Portal.Browser().Get(address)).StatusCode);
        Assert.StartsWith("/quan-tri/noi-dung/", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bientap", "OwnerUnit", "KHONG-CO")]
    [InlineData("bientap", "Topics", "chu-de-tu-dat")]
    [InlineData("congtacvien", "OwnerUnit", "KT")]
    public async Task A_unit_or_topic_there_is_not_or_another_unit_for_a_contributor_is_refused_and_nothing_typed_is_lost(string user, string field, string value)
    {
        var (id, writer) = await Draft(user);

        var refused = await writer.Send(Desk(id), ("Title", "Chữ vừa gõ"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Chữ vừa gõ", await refused.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_sees_neither_title_nor_words_of_somebody_elses_draft_of_the_same_page()
    {
        var (id, writer) = await Draft("congtacvien");
        await writer.Send(Desk(id) + "/gui-duyet");
        var publisher = await Portal.Browser().SignIn("duyetbai");
        await publisher.Send(Desk(id) + "/duyet", ("Do", "now"));
        var editor = await Portal.Browser().SignIn("bientap");
        var theirs = Guid.Parse((await editor.Send(Desk(id), ("Title", "Tựa chưa công bố"))).Headers.Location!.ToString().Split('/').Last());
        var revision = await Portal.Inside((_, db) => db.Revisions.Where(revision => revision.EditionId == theirs).Select(revision => revision.Id).FirstAsync());

        Assert.DoesNotContain("Tựa chưa công bố", await (await writer.Get(Desk(id) + "/lich-su")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tựa chưa công bố", await (await writer.Get(Desk(id))).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.Get($"{Desk(id)}/so-sanh?den={revision}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.Get($"{Desk(id)}/so-sanh?den={revision}")).StatusCode);
    }

    [Fact]
    public async Task What_went_out_in_an_emergency_still_owes_its_second_look_after_it_was_taken_away()
    {
        var (id, _) = await Draft("bientap");
        var publisher = await Portal.Browser().SignIn("duyetbai");
        await publisher.Send(Desk(id) + "/dang-khan", ("Text", "Bão vào."));
        Assert.Equal(EditionState.Published, (await Edition(id)).State);

        await publisher.Send(Desk(id) + "/go", ("Retirement", "Gone"), ("Text", "Hết bão."));

        Assert.NotNull((await Edition(id)).CareSince);
        var second = await Portal.Browser().SignIn("duyetbai.vp");
        await second.Send(Desk(id) + "/hau-kiem", ("Text", "Đã xem."));
        Assert.True(await Edition(id) is { SecondLookBy: not null, CareSince: null });
    }

    [Fact]
    public async Task An_unverified_fact_does_not_go_out_in_an_emergency_either()
    {
        var (id, editor) = await Draft("bientap");
        await editor.Send(Desk(id), ("Body.Text", "Phà nghỉ [cần kiểm chứng] chuyến."));
        var publisher = await Portal.Browser().SignIn("duyetbai");

        var refused = await publisher.Send(Desk(id) + "/dang-khan", ("Text", "Bão vào."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(EditionState.Draft, (await Edition(id)).State);
    }

    [Theory]
    [InlineData("Redirected", HttpStatusCode.MovedPermanently)]
    [InlineData("Notice", HttpStatusCode.MovedPermanently)]
    [InlineData("Gone", HttpStatusCode.Gone)]
    public async Task Every_address_a_page_ever_had_ends_as_the_page_did(string retirement, HttpStatusCode expected)
    {
        var (id, first, publisher) = await Live();
        var (_, target, _) = await Live();
        var editor = await Portal.Browser().SignIn("bientap");
        var next = (await editor.Send(Desk(id), ("Slug", "dia-chi-sau-" + Guid.CreateVersion7().ToString("n")))).Headers.Location!.ToString();
        await editor.Send(next + "/gui-duyet");
        await publisher.Send(next + "/duyet", ("Do", "now"));
        var second = (await Edition(Guid.Parse(next.Split('/').Last()))).Address;

        await publisher.Send(next + "/go", ("Retirement", retirement), ("MovedTo", target), ("Text", "Đã thay."));
        await Settle();

        var answer = await Portal.Browser().Get(first);
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.MovedPermanently)
        {
            Assert.Equal(retirement == "Notice" ? second : target, answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_translation_mended_to_match_is_no_longer_listed_as_outdated()
    {
        var (id, _, publisher) = await Live();
        var editor = await Portal.Browser().SignIn("bientap");
        var english = (await editor.Send($"/quan-tri/noi-dung/moi/article?ban-dich-cua={id}", ("Title", "New hours " + id.ToString("n")), ("Summary", "One sentence."), ("Body.Text", "Text."))).Headers.Location!.ToString();
        await Out(editor, publisher, english);
        var title = "Bản hai " + id.ToString("n");
        await Out(editor, publisher, (await editor.Send(Desk(id), ("Title", title))).Headers.Location!.ToString());
        Assert.Contains(title, await (await editor.Get("/quan-tri/noi-dung/ban-dich?tinh-trang=cu")).Text(), StringComparison.Ordinal);

        await Out(editor, publisher, (await editor.Send(english, ("Summary", "Another."), ("Matches", "1"))).Headers.Location!.ToString());

        Assert.DoesNotContain(title, await (await editor.Get("/quan-tri/noi-dung/ban-dich?tinh-trang=cu")).Text(), StringComparison.Ordinal);
    }

    private async Task Out(Browser editor, Browser publisher, string desk)
    {
        await editor.Send(desk + "/gui-duyet");
        await publisher.Send(desk + "/duyet", ("Do", "now"));
        await Settle();
    }
}
