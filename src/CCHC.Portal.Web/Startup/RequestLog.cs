using Serilog.AspNetCore;
using Serilog.Events;

namespace CCHC.Portal.Web.Startup;

/// <summary>What of a request goes into the log: method, path, status and time; no query, no address, no name.</summary>
public static class RequestLog
{
    public static void Shape(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, elapsed, failure) =>
            failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : elapsed > 1_000 ? LogEventLevel.Warning
            : LogEventLevel.Debug;
    }
}
