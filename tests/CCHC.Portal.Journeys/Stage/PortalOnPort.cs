using System.Net;
using System.Runtime.CompilerServices;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>The whole portal on a free port of this machine, over a throw-away folder with the repository's seeds and demo accounts.</summary>
public sealed class PortalOnPort : WebApplicationFactory<Program>
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);
    private readonly string folder = Directory.CreateTempSubdirectory("portal-journeys-").FullName;

    public PortalOnPort() => UseKestrel(server => server.Listen(IPAddress.Loopback, 0));

    public string Address { get; private set; } = "";

    public async Task Open()
    {
        StartServer();
        Address = ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var patience = new CancellationTokenSource(StartsWithin);
        while (!(await client.GetAsync("/readyz", patience.Token)).IsSuccessStatusCode)
        {
            await Task.Delay(100, patience.Token);   // the search index is filled by a job
        }
    }

    /// <summary>The cases that say this, straight from the database.</summary>
    public async Task<List<Feedback>> CasesSaying(string message)
    {
        var found = new List<Feedback>();
        await Inside(async (_, db, _, _) => found = await db.Feedback.AsNoTracking().Include(feedback => feedback.Attachments).Where(feedback => feedback.Message == message).ToListAsync());
        return found;
    }

    /// <summary>Does something behind the scenes, on the first body's site.</summary>
    public async Task Inside(Func<IServiceProvider, PortalDb, SiteMap, DateTimeOffset, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var site = Services.GetRequiredService<SiteDirectory>().All.First(site => site.Key == "cat-hai");
        db.Enter(site.Id);
        await work(scope.ServiceProvider, db, site, Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Folder", folder);
        builder.UseSetting("Web:SeedFolder", Path.Combine(Root(), "content-seed"));
        builder.UseSetting("Web:LeastFreeDiskMb", "0");
        builder.UseSetting("Media:DrawSeeds", "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.UseSetting("Web:TrustedProxies:0", "127.0.0.1");   // each visitor says which network they come from
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the repository begins with.</summary>
    public static string Seeds => Path.Combine(Root(), "content-seed");

    /// <summary>Where the front end's packages lie, the decoder of codes among them.</summary>
    public static string Sources => Path.Combine(Root(), "src", "CCHC.Portal.Web");

    private static string Root([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here)! })
        {
            for (var place = new DirectoryInfo(start); place is not null; place = place.Parent)
            {
                if (File.Exists(Path.Combine(place.FullName, "CCHC.Portal.sln")))
                {
                    return place.FullName;
                }
            }
        }
        throw new InvalidOperationException("The journeys run outside the repository: CCHC.Portal.sln is in no folder above them.");
    }
}
