using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>The domain without a web server: databases migrated, the clock ours, no job running by itself.</summary>
    public static async Task<TestPortal> Portal(params (string Key, string Value)[] settings)
    {
        var portal = new TestPortal(TestDatabase.New(), settings);
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Preparation>().Run(CancellationToken.None);
        return portal;
    }
}

/// <summary>A portal a test owns.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    internal TestPortal(TestDatabase database, (string Key, string Value)[] settings)
    {
        this.database = database;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Configuration.Concat(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))).Build();
        services = new ServiceCollection().AddLogging().AddPortal(configuration).AddSingleton<TimeProvider>(Clock).AddSingleton<IMailbox>(Mailbox).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Given.Morning);
    public RecordedMailbox Mailbox { get; } = new();
    public IServiceProvider Services => services;
    public TestDatabase Database => database;
    public string Folder => database.Folder;
    public IReadOnlyCollection<SiteMap> Sites => Of<SiteDirectory>().All;

    public T Of<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A site with units of the kinds that matter.</summary>
    public async Task<SiteMap> AddSite(string key = "cat-hai")
    {
        var site = Given.Site(key);
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Sites.Add(site);
            await db.SaveChangesAsync();
            db.Enter(site.Id);
            db.AddRange(Given.Units());
            await db.SaveChangesAsync();
        }
        await Of<SiteDirectory>().Reload();
        return Of<SiteDirectory>().ById(site.Id);
    }

    /// <summary>Somebody who may approve, in a unit.</summary>
    public Task<Guid> AddPublisher(SiteMap site, string unit = "VP", string? cultures = null) => Inside(site, async (_, db) =>
    {
        var person = new Person { UserName = "duyet-" + Guid.CreateVersion7().ToString("n"), FullName = "Người duyệt (mẫu)", SecurityStamp = "x" };
        person.NormalizedUserName = person.UserName.ToUpperInvariant();
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = site.UnitByCode(unit)!.Id, Role = Role.Publisher, Cultures = cultures });
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });

    public Task Inside(SiteMap site, Func<IServiceProvider, PortalDb, Task> work) => Inside(site, async (scope, db) =>
    {
        await work(scope, db);
        return 0;
    });

    public async Task<T> Inside<T>(SiteMap site, Func<IServiceProvider, PortalDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        return await work(scope.ServiceProvider, db);
    }

    public Task Run<T>() where T : IJob => services.GetServices<IJob>().OfType<T>().Single().Run(Of<IServiceScopeFactory>(), CancellationToken.None);

    public async Task<SeedReport> Seed(string folder)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Seeding>().Load(folder, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }
}
