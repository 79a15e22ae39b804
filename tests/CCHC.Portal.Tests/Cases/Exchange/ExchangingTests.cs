using System.Text.Json.Nodes;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases.Exchange;

/// <summary>What a peer hands us is taken in once, however often and in whatever order it comes.</summary>
public sealed class ExchangingTests : IAsyncLifetime
{
    private const string Bribe = "Tôi tố cáo ông cán bộ địa chính đã nhận hối lộ 20 triệu đồng của gia đình tôi để làm sổ đỏ.";

    private TestPortal portal = null!;
    private SiteMap site = null!;
    private ExchangePeer peer = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        peer = await portal.Peer(site);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_message_handed_in_again_and_again_is_one_case_and_gets_the_same_answer()
    {
        var first = Assert.Single(await Take(Given.PeerCase("4512")));
        portal.Clock.Advance(TimeSpan.FromHours(3));

        var again = Assert.Single(await Take(Given.PeerCase("4512")));

        Assert.Equal(PeerResult.Taken, first.Outcome);
        Assert.Equal(first.Said(), again.Said());
        var feedback = Assert.Single(await Cases());
        Assert.Equal((IntakeChannel.Hotline1022, Given.Morning), (feedback.Channel, feedback.ReceivedAt));   // the promise runs from when it reached us
    }

    [Fact]
    public async Task The_same_message_from_eight_lines_at_once_is_one_case()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Take(Given.PeerCase("77"))));

        Assert.All(answers, answer => Assert.Equal(PeerResult.Taken, Assert.Single(answer).Outcome));
        Assert.Single(answers.Select(answer => answer[0].Said()).Distinct());
        Assert.Single(await Cases());
    }

    [Fact]
    public async Task Another_text_under_a_number_used_before_is_refused_and_listed_and_the_first_stays()
    {
        await Take(Given.PeerCase("4512"));

        var changed = Assert.Single(await Take(Given.PeerCase("4512", "Chuyện khác hẳn.")));
        await Take(Given.PeerCase("4512", "Chuyện khác hẳn."));

        Assert.Equal(PeerResult.Changed, changed.Outcome);
        Assert.Equal("Đèn đường trước nhà văn hóa hỏng ba ngày nay.", Assert.Single(await Cases()).Message);
        var listed = Assert.Single(await portal.Inside(site, (_, db) => db.ExchangeRefusals.ToListAsync()));
        Assert.Equal(("4512", true, 2), (listed.Number, listed.IsChange, listed.Times));
        Assert.DoesNotContain("khác hẳn", listed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addition_before_its_case_is_not_taken_and_afterwards_it_is_once()
    {
        var early = Assert.Single(await Take(Given.PeerAddition("9", "9-1")));
        await Take(Given.PeerCase("9"));
        var late = await Take(Given.PeerAddition("9", "9-1"), Given.PeerAddition("9", "9-1"));

        Assert.Equal(PeerResult.Unknown, early.Outcome);
        Assert.All(late, result => Assert.Equal(PeerResult.Taken, result.Outcome));
        Assert.Equal("Nay hỏng thêm hai cột nữa.", Assert.Single(await Events(CaseEventKind.Added)).Text);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_case_back_and_repeated_it_still_says_so()
    {
        var withdrawal = new JsonObject { ["viec"] = "rut", ["so"] = "9", ["so_tin"] = "9-2" };
        await Take(Given.PeerCase("9"));

        var answers = await Take(withdrawal, withdrawal, Given.PeerAddition("9", "9-3"));

        Assert.Equal([PeerResult.Taken, PeerResult.Taken, PeerResult.Wrong], answers.Select(answer => answer.Outcome));
        Assert.Equal(FeedbackState.Withdrawn, Assert.Single(await Cases()).State);
        Assert.Single(await Events(CaseEventKind.Withdrawn));
    }

    [Theory]
    [InlineData("to_cao", "Trưởng phòng bỏ ngoài sổ sách nhiều khoản.")]
    [InlineData("phan_anh", Bribe)]
    public async Task What_belongs_under_seal_goes_there_and_the_answer_does_not_show_it(string kind, string text)
    {
        var open = Assert.Single(await Take(Given.PeerCase("1")));
        var hidden = Assert.Single(await Take(Given.PeerCase("2", text, kind)));
        var again = Assert.Single(await Take(Given.PeerCase("2", text, kind)));
        var changed = Assert.Single(await Take(Given.PeerCase("2", text + " Thêm.", kind)));
        await portal.Run<TellPeersJob>();

        Assert.Equal(open.Said().Replace("\"1\"", "\"2\"", StringComparison.Ordinal), hidden.Said());
        Assert.Equal(hidden.Said(), again.Said());
        Assert.Equal(PeerResult.Changed, changed.Outcome);
        Assert.Equal("1", Assert.Single(await Told()).number);
        Assert.Equal(text, Assert.Single(await Opened()).Content.Message);
    }

    [Fact]
    public async Task What_is_added_to_a_sealed_message_reaches_its_readers_once_and_nobody_else()
    {
        await Take(Given.PeerCase("2", Bribe));

        await Take(Given.PeerAddition("2", "2-1", "Có người làm chứng."), Given.PeerAddition("2", "2-1", "Có người làm chứng."));

        var opened = Assert.Single(await Opened());
        Assert.Equal("Có người làm chứng.", Assert.Single(opened.Letters).Text);
        Assert.Empty(await Cases());
    }

    [Fact]
    public async Task An_addition_that_tells_of_a_bribe_is_kept_from_the_unit_of_its_case()
    {
        await Take(Given.PeerCase("3"));

        var answer = Assert.Single(await Take(Given.PeerAddition("3", "3-1", Bribe)));

        Assert.Equal(PeerResult.Taken, answer.Outcome);
        Assert.Empty(await Events(CaseEventKind.Added));
        Assert.Contains(Bribe, Assert.Single(await Opened()).Content.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_message_is_told_its_own_mistakes_and_the_others_are_taken()
    {
        var answers = await Take(
            Given.PeerCase("10"),
            new JsonObject { ["viec"] = "moi", ["so"] = "11", ["noi_dung"] = "  ", ["nguoi_gui"] = new JsonObject { ["dien_thoai"] = "12" } },
            new JsonObject { ["viec"] = "moi", ["so"] = "12", ["noi_dung"] = "Chữ", ["la"] = true },
            new JsonObject { ["viec"] = "moi", ["so"] = 13, ["noi_dung"] = "Chữ" },
            new JsonObject { ["viec"] = "moi", ["so"] = "14", ["noi_dung"] = "Chữ", ["loai"] = "khac", ["linh_vuc"] = "3", ["ngay_xay_ra"] = "20/11/2026" },
            new JsonObject { ["viec"] = "moi", ["so"] = "15", ["noi_dung"] = "Chữ", ["tep"] = new JsonArray(new JsonObject { ["ten"] = "x.jpg", ["noi_dung"] = Convert.ToBase64String("không phải ảnh"u8) }) },
            Given.PeerCase("16"));

        Assert.Equal([PeerResult.Taken, .. Enumerable.Repeat(PeerResult.Wrong, 5), PeerResult.Taken], answers.Select(answer => answer.Outcome));
        Assert.Equal(["noi_dung", "nguoi_gui.dien_thoai"], answers[1].Faults!.Select(fault => fault.Field));
        Assert.Equal("Có trường ngoài quy ước.", Assert.Single(answers[2].Faults!).Words);
        Assert.Equal(["so"], answers[3].Faults!.Select(fault => fault.Field));
        Assert.Equal(["loai", "linh_vuc", "ngay_xay_ra"], answers[4].Faults!.Select(fault => fault.Field));
        Assert.Equal(["tep"], answers[5].Faults!.Select(fault => fault.Field));
        Assert.Equal(2, (await Cases()).Count);
    }

    [Fact]
    public async Task Files_of_a_peer_are_cleaned_and_kept_with_the_case()
    {
        var message = Given.PeerCase("20");
        message["tep"] = new JsonArray(new JsonObject { ["ten"] = "anh.png", ["noi_dung"] = Convert.ToBase64String(Pictures.Plain(40, 30).PngsaveBuffer()) });

        var answer = Assert.Single(await Take(message));

        Assert.Equal(PeerResult.Taken, answer.Outcome);
        Assert.Equal("image/webp", Assert.Single(await portal.Inside(site, (_, db) => db.Attachments.ToListAsync())).ContentType);
    }

    private Task<IReadOnlyList<PeerResult>> Take(params JsonObject[] messages) => portal.Exchange(site, peer, messages);

    private Task<List<Feedback>> Cases() => portal.Inside(site, (_, db) => db.Feedback.ToListAsync());

    private Task<List<CaseEvent>> Events(CaseEventKind kind) => portal.Inside(site, (_, db) => db.CaseEvents.Where(happened => happened.Kind == kind).ToListAsync());

    private async Task<List<(string number, string body)>> Told() =>
        (await portal.Inside(site, (_, db) => db.ExchangeNotices.ToListAsync())).ConvertAll(notice => ((string)JsonNode.Parse(notice.Body)!["so"]!, notice.Body));

    private Task<List<OpenedCase>> Opened() => portal.Inside(site, async (scope, _) =>
    {
        var store = scope.GetRequiredService<SealedStore>();
        var reader = new SealedReader(Guid.CreateVersion7(), [], IsFromAbove: false);
        var opened = new List<OpenedCase>();
        foreach (var kept in await store.Listed(site.Id, reader, CancellationToken.None))
        {
            opened.Add((await store.Open(site.Id, kept.Id, reader, "xem", CancellationToken.None))!);
        }
        return opened;
    });
}
