using System.Net;
using System.Xml.Linq;
using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using CCHC.Portal.Operations;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PortalHost))]

namespace CCHC.Portal.Tests.Web;

/// <summary>The whole portal, started once for all tests over a throw-away database with the repository's seeds.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.New();
    private readonly Dictionary<string, string> settings;
    private bool isIdle;

    public PortalHost() : this(new Dictionary<string, string>())
    {
    }

    private PortalHost(Dictionary<string, string> settings) => this.settings = settings;

    /// <summary>A portal of the test's own, with other settings: a full disk, other seeds.</summary>
    public static PortalHost With(params (string Key, string Value)[] settings) => new(settings.ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>A portal whose jobs run only when the test says so.</summary>
    public static PortalHost Idle() => new([]) { isIdle = true };

    public string Folder => database.Folder;

    public SiteMap Site => Services.GetRequiredService<SiteDirectory>().All.First(site => site.Key == "cat-hai");

    /// <summary>A visitor with an empty cookie jar, on a network of their own.</summary>
    public Browser Browser(string host = "localhost") => new(this, host);

    /// <summary>Does something inside the portal, as a job would.</summary>
    public async Task<T> Inside<T>(Func<IServiceProvider, PortalDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(Site.Id);
        return await work(scope.ServiceProvider, db);
    }

    /// <summary>A new text written, approved and put before readers, as the desk does it.</summary>
    public Task<Edition> Publish(ContentBody body, string title, string? slug = null) => Inside(async (services, db) =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var edition = Given.Edition(body, title, slug ?? Portal.Language.Slug.From(title), inReview: true, now: now);
        db.AddRange(edition.Item!, edition);
        await db.SaveChangesAsync();
        edition.Approve(Guid.CreateVersion7(), now);
        await services.GetRequiredService<Publishing>().Publish(edition, CancellationToken.None);
        await Settle();
        return edition;
    });

    /// <summary>What was saved is found, and no page is kept that was made before.</summary>
    public Task Settle() => Services.GetRequiredService<KeepIndexJob>().Run(Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);

    /// <summary>Every address the sitemaps name.</summary>
    public async Task<IReadOnlyList<Uri>> Places(string file = "/sitemap.xml")
    {
        var map = XDocument.Parse(await (await Browser().Get(file)).Text());
        var places = map.Descendants(map.Root!.Name.Namespace + "loc").Select(loc => new Uri(loc.Value)).ToList();
        return map.Root.Name.LocalName == "urlset" ? places : [.. (await Task.WhenAll(places.Select(place => Places(place.AbsolutePath)))).SelectMany(own => own)];
    }

    /// <summary>Starts before the first test asks: two tests asking at once would start it twice.</summary>
    public ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in database.Configuration)
        {
            builder.UseSetting(key, value);
        }
        builder.UseSetting("Web:SeedFolder", Repository.Under("content-seed"));
        builder.UseSetting("Web:LeastFreeDiskMb", "0");
        builder.UseSetting("Media:DrawSeeds", "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter, NetworkOfBrowser>();
            if (isIdle)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(JobLoop)));
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            database.Dispose();
        }
    }

    // In memory nobody has an address; each browser brings its own, so that one test's pace is not another's.
    private sealed class NetworkOfBrowser : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[Web.Browser.Network], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }
                return following(context);
            });
            next(app);
        };
    }
}
