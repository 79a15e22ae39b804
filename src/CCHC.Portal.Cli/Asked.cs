using CCHC.Portal.Operations;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cli;

/// <summary>What was asked, and the portal it was asked about; opened only when a verb needs it.</summary>
public sealed class Asked(IReadOnlyDictionary<string, string> options, TextReader input, TextWriter output) : IAsyncDisposable
{
    private ServiceProvider? services;
    private IConfiguration? configuration;

    public TextReader Input { get; } = input;

    public string this[string option] => options[option];

    public bool Has(string option) => options.ContainsKey(option);

    public Task Say(string line) => output.WriteLineAsync(line);

    public T Of<T>() where T : notnull => Services.GetRequiredService<T>();

    public StorageSettings Storage => Of<StorageSettings>();

    /// <summary>The folder of content-seed that the web server would load.</summary>
    public string SeedFolder => Path.GetFullPath(Configuration["Web:SeedFolder"] ?? "content-seed", SettingsFolder);

    /// <summary>Brings the databases up to date and knows the sites.</summary>
    public async Task Prepare(CancellationToken stop)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Preparation>().Run(stop);
    }

    public SiteMap Site(string key) => Of<SiteDirectory>().All.FirstOrDefault(site => site.Key == key)
        ?? throw new CommandProblem($"There is no site “{key}”. Known: {string.Join(", ", Of<SiteDirectory>().All.Select(site => site.Key))}");

    public async Task<T> Inside<T>(SiteMap site, Func<IServiceProvider, PortalDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(site.Id);
        return await work(scope.ServiceProvider, db);
    }

    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ServiceProvider Services => services ??= new ServiceCollection()
        .AddLogging(log => log.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft", LogLevel.None).AddSimpleConsole())
        .AddPortal(Configuration).BuildServiceProvider();

    private IConfiguration Configuration => configuration ??= Configure();

    private string SettingsFolder => Has("settings") ? Path.GetFullPath(this["settings"]) : Found() ?? Directory.GetCurrentDirectory();

    // The same files in the same order as the web server; a relative data folder means the same folder for both.
    private IConfiguration Configure()
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
        var built = new ConfigurationBuilder().SetBasePath(SettingsFolder)
            .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables().Build();
        built["Storage:Folder"] = Has("storage") ? Path.GetFullPath(this["storage"]) : Path.GetFullPath(built["Storage:Folder"] ?? ".data", SettingsFolder);
        return built;
    }

    private static string? Found()
    {
        var places = new List<string> { Directory.GetCurrentDirectory(), AppContext.BaseDirectory };
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var sources = Path.Combine(folder.FullName, "src");
            places.AddRange(Directory.Exists(sources) ? Directory.EnumerateDirectories(sources) : []);
        }
        return places.Find(place => File.Exists(Path.Combine(place, "appsettings.json")));
    }
}
