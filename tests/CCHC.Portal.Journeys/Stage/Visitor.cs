using System.Collections.Concurrent;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>Somebody at a screen: one browser context, one page, and all that went wrong behind it.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> troubles = new();

    public Visitor(IBrowserContext context, IPage page, int width)
    {
        (Context, Page, Width) = (context, page, width);
        page.Console += (_, message) =>
        {
            // A page that answers 404 or 422 is said so by the console too; files are watched below.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                troubles.Enqueue($"console on {page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => troubles.Enqueue($"script on {page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status >= 400 && response.Request.ResourceType != "document"))
            {
                troubles.Enqueue($"{response.Status} for {response.Url}");
            }
        };
    }

    public IBrowserContext Context { get; }
    public IPage Page { get; }
    public int Width { get; }
    public bool HasWideScreen => Width >= 700;

    public Task<IResponse?> Opens(string address) => Page.GotoAsync(address);

    /// <summary>Opens it again until it shows: a job carries a publication to the pages, a moment later.</summary>
    public async Task Opens_until(string address, ILocator wanted)
    {
        for (var again = 0; again < 10; again++)
        {
            await Opens(address);
            if (await wanted.IsVisibleAsync())
            {
                return;
            }
            await Task.Delay(200);
        }
        await Expect(wanted).ToBeVisibleAsync();
    }

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label });

    /// <summary>What the console, the scripts and the files complained about since the start.</summary>
    public void Met_no_trouble() => Assert.Empty(troubles);

    public IReadOnlyList<string> TakeTroubles()
    {
        var taken = troubles.ToList();
        troubles.Clear();
        return taken;
    }

    /// <summary>Keeps a picture of the whole page, when somebody asked for pictures.</summary>
    public async Task Keeps_a_picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Width}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState is { Result: TestResult.Failed } && !Page.IsClosed)
        {
            await Keeps_a_picture("failed-" + Guid.CreateVersion7().ToString("n")[^8..]);
        }
        await Context.DisposeAsync();
    }
}
