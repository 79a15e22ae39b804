namespace CCHC.Portal.Web.Startup;

/// <summary>Lets one page of ours show another in a frame: the editor its preview. All other pages keep the strict policy.</summary>
public static class Framing
{
    extension(HttpResponse response)
    {
        public void ShowsOwnFrames() => response.Allow("frame-src", "'self'");

        public void MayBeFramedHere() => response.Allow("frame-ancestors", "'self'");

        private void Allow(string directive, string source) =>
            response.Headers.ContentSecurityPolicy = string.Join("; ", response.Headers.ContentSecurityPolicy.ToString().Split("; ").Select(rule =>
                !rule.StartsWith(directive + " ", StringComparison.Ordinal) ? rule
                : rule.EndsWith("'none'", StringComparison.Ordinal) ? $"{directive} {source}" : $"{rule} {source}"));
    }
}
