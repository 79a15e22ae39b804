using Microsoft.AspNetCore.Http.Features;

namespace CCHC.Portal.Web.Startup;

/// <summary>On a page that takes more than an ordinary form: how many bytes it takes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesAttribute(long bytes) : Attribute
{
    public long Bytes { get; } = bytes;
}

/// <summary>Sets the size limit of a request's body from the page it goes to, and turns larger ones and other alphabets away with words.</summary>
public sealed class FormSizes(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<TakesAttribute>()?.Bytes ?? Limits.OrdinaryBody;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
        if (context.Request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            context.Response.Headers.CacheControl = "no-store";
            await ErrorPage.Write(context, StatusCodes.Status413PayloadTooLarge, typed: null);   // going through the pipeline again, it would be as large again
            return;
        }
        if (context.Request.HasFormContentType && context.Request.GetTypedHeaders().ContentType?.Charset.Value is { Length: > 0 } letters
            && !letters.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;   // browsers send what our pages say, and they say UTF-8
            return;
        }
        await next(context);
    }
}
