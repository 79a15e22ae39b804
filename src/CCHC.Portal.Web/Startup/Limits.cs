using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CCHC.Portal.Web.Startup;

/// <summary>How much one visitor may ask of the server at once (security.md §5).</summary>
public static class Limits
{
    public const long OrdinaryBody = 64 * 1024, FeedbackForm = 64L * 1024 * 1024, EditorForm = 1024 * 1024, SheetForm = 12L * 1024 * 1024, WordForm = 24L * 1024 * 1024, MediaForm = 128L * 1024 * 1024, ClipPiece = 64L * 1024 * 1024, ExchangeFile = 24L * 1024 * 1024;

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = OrdinaryBody;
        server.Limits.MaxConcurrentConnections = 2_000;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(20);
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
    }
}
