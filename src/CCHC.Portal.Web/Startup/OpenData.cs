using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.OutputCaching;

namespace CCHC.Portal.Web.Startup;

/// <summary>What all open data shares: any site may read it, answers are kept ready, one network asks in measure.</summary>
public static class OpenData
{
    public const string DeliveryPolicy = "delivery", ApiPolicy = "api", Cors = "open-data";

    public static void Allow(CorsOptions cors) => cors.AddPolicy(Cors, policy => policy.AllowAnyOrigin().WithMethods("GET")
        .WithHeaders("Accept-Language", "If-None-Match", Delivery.DeliveryApi.StartItem, "Api-Key", "Preview").WithExposedHeaders("ETag", "Link", "Retry-After", Api.DataApi.Total).SetPreflightMaxAge(TimeSpan.FromHours(1)));

    public static void Keep(OutputCacheOptions cache, WebSettings settings)
    {
        cache.AddPolicy(DeliveryPolicy, new PublicCache(settings, Delivery.DeliveryApi.Keys, Delivery.DeliveryApi.Variant));
        cache.AddPolicy(Leaflets.Policy, new PublicCache(settings, ["kho"]));
        cache.AddPolicy(ApiPolicy, new PublicCache(settings, Api.DataApi.Keys, Api.DataApi.Variant));
    }

    /// <summary>Only what must be made anew counts: what lies ready is given to everybody.</summary>
    public static async ValueTask<object?> Pace(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<OpenDataPace>().Requests.Allows(context.HttpContext))
        {
            return await next(context);
        }
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return Results.Problem(title: "Quá nhiều yêu cầu", detail: "Hãy thử lại sau một phút. / Too many requests: please try again in a minute.", statusCode: StatusCodes.Status429TooManyRequests);
    }
}

/// <summary>How often one network may have open data made anew.</summary>
public sealed class OpenDataPace(WebSettings settings) : IDisposable
{
    public Pace Requests { get; } = Pace.InTenMinutes(settings.MostDataRequestsInTenMinutes);

    public void Dispose() => Requests.Dispose();
}
