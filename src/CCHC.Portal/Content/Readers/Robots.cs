namespace CCHC.Portal.Content.Readers;

/// <summary>Tells machines from people by the name they give themselves. Those that hide it are counted; the figures say so.</summary>
public static class Robots
{
    // Words that programs put into their names and browsers do not; lower case.
    private static readonly string[] Words =
    [
        "bot", "crawl", "spider", "slurp", "scan", "fetch", "archiver", "preview", "monitor", "uptime", "pingdom", "statuscake", "lighthouse", "pagespeed",
        "headless", "phantomjs", "puppeteer", "playwright", "selenium", "facebookexternalhit", "facebookcatalog", "whatsapp/", "skypeuripreview", "embedly",
        "curl", "wget", "python", "httpx", "aiohttp", "urllib", "requests/", "go-http-client", "java/", "okhttp", "apache-httpclient", "libwww", "perl", "ruby", "guzzle", "php/",
        "node-fetch", "axios", "undici", "postman", "insomnia", "feed", "rss", "validator", "checker", "linkcheck", "bytespider", "mediapartners", "google-read-aloud", "gptbot", "chatgpt-user", "perplexity", "claude-web",
    ];

    // A make of telephone whose name holds one of them.
    private static readonly string[] People = ["cubot"];

    public static bool Are(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent) || userAgent.Length > 1_000)
        {
            return true;   // every browser says something, and none so much
        }
        var name = People.Aggregate(userAgent.ToLowerInvariant(), (text, person) => text.Replace(person, "", StringComparison.Ordinal));
        return Words.Any(word => name.Contains(word, StringComparison.Ordinal));
    }
}
