using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Web.Startup;

/// <summary>How this web server behaves.</summary>
public sealed record WebSettings
{
    /// <summary>The folder of content-seed, relative to the application.</summary>
    [Required] public string SeedFolder { get; init; } = "content-seed";

    /// <summary>Whether to load the seeds at each start (they never double).</summary>
    public bool SeedAtStart { get; init; }

    /// <summary>Whether to make the accounts for trying out. Refused outside Development.</summary>
    public bool DemoAccounts { get; init; }

    /// <summary>Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public List<string> TrustedProxies { get; init; } = [];

    /// <summary>Seconds a public page may be served from the cache before it is made anew.</summary>
    [Range(1, 86_400)] public int CacheSeconds { get; init; } = 60;

    /// <summary>How many votes on pages one network may give in ten minutes.</summary>
    [Range(1, 10_000)] public int MostVotesInTenMinutes { get; init; } = 120;

    /// <summary>How many mistakes one network may report in ten minutes.</summary>
    [Range(1, 10_000)] public int MostReportsInTenMinutes { get; init; } = 20;

    /// <summary>How many answers of open data one network may have made anew in ten minutes; what lies ready is not counted.</summary>
    [Range(1, 1_000_000)] public int MostDataRequestsInTenMinutes { get; init; } = 3_000;

    /// <summary>Least free disk, in MB, below which the node says it is not ready.</summary>
    [Range(0, 1_000_000)] public int LeastFreeDiskMb { get; init; } = 200;

    /// <summary>A reCAPTCHA site key and secret replace the proof of work when both are set.</summary>
    public string? RecaptchaSiteKey { get; init; }

    public string? RecaptchaSecret { get; init; }

    /// <summary>Where a reCAPTCHA answer is verified.</summary>
    [Url] public string RecaptchaVerifyUrl { get; init; } = "https://www.google.com/recaptcha/api/siteverify";

    public bool UsesRecaptcha => !string.IsNullOrEmpty(RecaptchaSiteKey) && !string.IsNullOrEmpty(RecaptchaSecret);
}
