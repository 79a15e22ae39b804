using System.Net;
using System.Security.Cryptography;
using CCHC.Portal.Journeys.Stage;

[assembly: AssemblyFixture(typeof(Theatre))]

namespace CCHC.Portal.Journeys.Stage;

/// <summary>One portal and one browser for all journeys; every visitor gets a fresh context.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public PortalOnPort Portal { get; } = new();

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(15_000);   // two shared cores
        var opening = Task.Run(Portal.Open);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Quiet });
        await opening;
    }

    /// <param name="keeps">Whether this visitor's machine keeps pages for when the network is gone; for the others it would only cost time.</param>
    public async Task<Visitor> Visitor(int width, bool scripts = true, bool keeps = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Portal.Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            HasTouch = width < 700,
            ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = new IPAddress([10, .. RandomNumberGenerator.GetBytes(3)]).ToString() },
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync(), width);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Portal.DisposeAsync();
    }

    private static string Chromium() =>
        Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No browser: install chromium or name one in PORTAL_CHROMIUM.");
}
