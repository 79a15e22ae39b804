using System.Text.Json.Nodes;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases.Exchange;

/// <summary>What happens to a peer's case is told to the peer, each thing once and in order, whatever the line does.</summary>
public sealed class TellPeersTests : IAsyncLifetime
{
    private static readonly Guid Officer = Guid.CreateVersion7();

    private SimulatedPeer there = null!;
    private TestPortal portal = null!;
    private SiteMap site = null!;
    private ExchangePeer peer = null!;

    public async ValueTask InitializeAsync()
    {
        there = await SimulatedPeer.Start();
        portal = await Given.Portal(("Exchange:OwnNetwork", "true"));
        site = await portal.AddSite();
        peer = await portal.Peer(site, there.Address);
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(new RoutingRule { Order = 0, Kind = null, Field = FeedbackField.Environment, UnitCode = "KT" });
            (await db.ExchangePeers.SingleAsync()).TellWith("khoa-cua-ben-kia", portal.Of<Vault>());
            await db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await there.DisposeAsync();
    }

    [Fact]
    public async Task A_peer_hears_of_receipt_unit_question_and_answer_in_the_order_they_happened()
    {
        await portal.Exchange(site, peer, Given.PeerCase("1"));
        await Do(feedback => feedback.Ask("Cột số mấy?", Officer, Next()));
        await portal.Exchange(site, peer, Given.PeerAddition("1", "1-1", "Cột số 7."));
        await Do(feedback => feedback.Note("Ghi riêng trong đơn vị.", Officer, Next()));
        await Do(feedback => feedback.Answer("Đã thay bóng đèn.", Officer, Next(), Given.Terms().Calendar));

        await RunTimes(6);

        var heard = there.Heard.Select(one => JsonNode.Parse(one.Body)!).ToList();
        Assert.Equal(["tiep_nhan", "giao_don_vi", "hoi_them", "tra_loi"], heard.Select(body => (string)body["viec"]!));
        Assert.Equal([false, false, false, true], heard.Select(body => (bool)body["da_dong"]!));
        Assert.All(heard, body => Assert.Equal("1", (string)body["so"]!));
        Assert.Equal(("Đã thay bóng đèn.", "KT"), ((string)heard[3]["noi_dung"]!, (string)heard[3]["don_vi"]!["ma"]!));
        Assert.All(there.Heard, one => Assert.Equal("Bearer khoa-cua-ben-kia", one.Token));
        Assert.DoesNotContain(there.Heard, one => one.Body.Contains("Ghi riêng", StringComparison.Ordinal) || one.Body.Contains("Nguyễn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_handed_to_an_outside_body_is_told_with_that_body()
    {
        await portal.Exchange(site, peer, Given.PeerCase("1"));
        await Do(feedback => feedback.HandOver(site.UnitByCode("X-PHA")!.Id, "Đèn ở bến phà.", Officer, Next(), site.Calendar));

        await RunTimes(4);

        var last = JsonNode.Parse(there.Heard.Last().Body)!;
        Assert.Equal(("chuyen_co_quan", "X-PHA"), ((string)last["viec"]!, (string)last["co_quan_nhan"]!["ma"]!));
    }

    [Fact]
    public async Task A_line_that_drops_refuses_and_loses_answers_ends_with_each_notice_there_once_by_its_number()
    {
        SimulatedPeer.Mood[] moods = [SimulatedPeer.Mood.DropsBefore, SimulatedPeer.Mood.HearsAndDrops, SimulatedPeer.Mood.Hears, SimulatedPeer.Mood.Fails];
        there.Does = knock => moods[knock % moods.Length];
        foreach (var number in Enumerable.Range(1, 6))
        {
            await portal.Exchange(site, peer, Given.PeerCase($"N{number}", $"Đèn đường số {number} hỏng."));
        }
        await Do(feedback => feedback.Answer("Đã thay bóng đèn.", Officer, Next(), Given.Terms().Calendar));

        for (var turn = 0; turn < 60 && await Waiting() > 0; turn++)
        {
            await portal.Run<TellPeersJob>();
            portal.Clock.Advance(TimeSpan.FromMinutes(40));
        }

        Assert.Equal(0, await Waiting());
        var byNumber = there.Heard.GroupBy(one => one.Key).ToList();
        Assert.Equal(18, byNumber.Count);
        Assert.True(there.Heard.Count > 18, "No answer was lost: the line was too good to prove anything.");
        Assert.All(byNumber, same => Assert.Single(same.Select(one => one.Body).Distinct()));
        foreach (var ofCase in there.Heard.Select(one => JsonNode.Parse(one.Body)!).GroupBy(body => (string)body["ma"]!))
        {
            var order = ofCase.Select(body => (int)body["thu_tu"]!).ToList();
            Assert.Equal(order.Order(), order);   // what happened later is never heard before
        }
    }

    [Fact]
    public async Task Two_nodes_that_gather_and_tell_at_once_tell_each_thing_once()
    {
        await portal.Exchange(site, peer, [.. Enumerable.Range(1, 10).Select(number => Given.PeerCase($"N{number}"))]);

        foreach (var _ in Enumerable.Range(0, 4))
        {
            await Task.WhenAll(portal.Run<TellPeersJob>(), portal.Run<TellPeersJob>());
        }

        Assert.Equal(0, await Waiting());
        Assert.Equal(20, there.Heard.Count);
    }

    [Fact]
    public async Task An_address_in_our_own_network_is_not_knocked_at_unless_the_house_says_so()
    {
        await using var strict = await Given.Portal();
        var own = await strict.AddSite();
        var stranger = await strict.Peer(own, "https://127.0.0.1:1/bao");
        await strict.Exchange(own, stranger, Given.PeerCase("1"));

        await strict.Run<TellPeersJob>();

        var notice = await strict.Inside(own, (_, db) => db.ExchangeNotices.OrderBy(one => one.Number).FirstAsync());
        Assert.Equal("Địa chỉ thuộc mạng nội bộ nên cổng không mở.", notice.Error);
        Assert.NotNull(strict.Of<PeerDoor>().FaultOf("http://example.vn/bao"));
        Assert.NotNull(strict.Of<PeerDoor>().FaultOf("https://ten:mat@example.vn/bao"));
        Assert.Null(strict.Of<PeerDoor>().FaultOf("https://example.vn/bao"));
    }

    private DateTimeOffset Next()
    {
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        return portal.Clock.GetUtcNow();
    }

    private async Task RunTimes(int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await portal.Run<TellPeersJob>();
        }
    }

    private Task Do(Action<Feedback> verb) => portal.Inside(site, async (_, db) =>
    {
        foreach (var feedback in await db.Feedback.ToListAsync())
        {
            verb(feedback);
        }
        await db.SaveChangesAsync();
    });

    private Task<int> Waiting() => portal.Inside(site, async (_, db) => await db.ExchangeNotices.AnyAsync() ? await db.ExchangeNotices.Waiting().CountAsync() : 1);
}
