using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CCHC.Portal.Tests.Jobs;

public sealed class DoChoresTests
{
    [Fact]
    public async Task A_chore_is_done_once_and_says_so()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a", "b");
        var hand = new Hand();

        await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);
        await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);

        Assert.Equal(["a", "b"], hand.Did);
        Assert.All(await All(portal, site), chore => Assert.True(chore is { DoneAt: not null, Progress: 100, Tries: 1, LeasedUntil: null }));
    }

    [Fact]
    public async Task Many_nodes_at_once_do_each_chore_once()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, [.. Enumerable.Range(0, 40).Select(number => $"{number}")]);
        var hands = Enumerable.Range(0, 4).Select(_ => new Hand()).ToList();

        await Task.WhenAll(hands.Select(hand => Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default)));

        var did = hands.SelectMany(hand => hand.Did).ToList();
        Assert.Equal(40, did.Count);
        Assert.Equal(40, did.Distinct().Count());
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_and_in_the_end_given_up()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a");
        var hand = new Hand { Failure = () => new IOException("đĩa đầy") };

        for (var round = 0; round < Chore.MostTries + 2; round++)
        {
            await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);
            await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);   // too early for the next try
            portal.Clock.Advance(TimeSpan.FromHours(5));
        }

        var chore = Assert.Single(await All(portal, site));
        Assert.Equal(Chore.MostTries, hand.Did.Count);
        Assert.True(chore is { GivenUpAt: not null, DoneAt: null, Error: "đĩa đầy" });
    }

    [Fact]
    public async Task What_can_never_succeed_is_given_up_at_once()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a");

        await Job(portal, new Hand { Failure = () => new HopelessChoreException("Tệp hỏng.") }).Run(portal.Of<IServiceScopeFactory>(), default);

        Assert.True(Assert.Single(await All(portal, site)) is { GivenUpAt: not null, Tries: 1, Error: "Tệp hỏng." });
    }

    [Fact]
    public async Task A_node_that_died_loses_its_lease_and_another_one_begins_again()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a");
        await Die(portal, site);
        var hand = new Hand();

        await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);
        Assert.Empty(hand.Did);
        portal.Clock.Advance(DoChoresJob.Lease + TimeSpan.FromSeconds(1));
        await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);

        Assert.Equal(["a"], hand.Did);
        Assert.Equal(2, Assert.Single(await All(portal, site)).Tries);
    }

    [Fact]
    public async Task Work_that_kills_every_node_is_given_up()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a");
        for (var death = 0; death < Chore.MostTries; death++)
        {
            await Die(portal, site);
            portal.Clock.Advance(DoChoresJob.Lease + TimeSpan.FromSeconds(1));
        }
        var hand = new Hand();

        await Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), default);

        Assert.Empty(hand.Did);
        Assert.NotNull(Assert.Single(await All(portal, site)).GivenUpAt);
    }

    [Fact]
    public async Task A_node_told_to_stop_hands_the_chore_back_uncounted()
    {
        await using var portal = await Given.Portal();
        var site = await portal.AddSite();
        await Add(portal, site, "a");
        using var stop = new CancellationTokenSource();
        var hand = new Hand { Meanwhile = stop.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Job(portal, hand).Run(portal.Of<IServiceScopeFactory>(), stop.Token));

        Assert.True(Assert.Single(await All(portal, site)) is { DoneAt: null, LeasedUntil: null, Tries: 0 });
    }

    private static DoChoresJob Job(TestPortal portal, IDoChore hand) => new(heavy: false, [hand], portal.Clock, NullLogger<DoChoresJob>.Instance);

    private static Task Add(TestPortal portal, SiteMap site, params string[] subjects) => portal.Inside(site, async (_, db) =>
    {
        db.Chores.AddRange(subjects.Select((subject, at) => Chore.Of(Hand.ItsKind, subject, portal.Clock.GetUtcNow().AddSeconds(at - subjects.Length))));
        await db.SaveChangesAsync();
    });

    // As a node leaves it when the power goes: taken, counted, not done.
    private static Task Die(TestPortal portal, SiteMap site) => portal.Inside(site, async (_, db) =>
    {
        Guid? token = Guid.CreateVersion7();
        DateTimeOffset? until = portal.Clock.GetUtcNow() + DoChoresJob.Lease;
        await db.Chores.ExecuteUpdateAsync(set => set.SetProperty(c => c.LeaseToken, token).SetProperty(c => c.LeasedUntil, until).SetProperty(c => c.Tries, c => c.Tries + 1));
    });

    private static Task<List<Chore>> All(TestPortal portal, SiteMap site) => portal.Inside(site, (_, db) => db.Chores.AsNoTracking().ToListAsync());

    private sealed class Hand : IDoChore
    {
        public const string ItsKind = "test";

        public List<string> Did { get; } = [];
        public Func<Exception>? Failure { get; init; }
        public Action? Meanwhile { get; init; }
        public string Kind => ItsKind;
        public bool IsHeavy => false;

        public Task Do(Chore chore, IServiceProvider services, ChoreProgress progress, CancellationToken stop)
        {
            progress(50, "Đang làm");
            Did.Add(chore.Subject);
            Meanwhile?.Invoke();
            stop.ThrowIfCancellationRequested();
            return Failure is null ? Task.CompletedTask : throw Failure();
        }
    }
}
