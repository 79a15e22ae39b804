namespace CCHC.Portal.Web.Startup;

/// <summary>Contrast, text size and colour scheme, kept in cookies by plain links so that they work without scripts.</summary>
public static class Preferences
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["tuong-phan"] = ["thuong", "cao"],
        ["co-chu"] = ["vua", "lon"],
        ["giao-dien"] = ["tu-dong", "sang", "toi"],
    };

    public static bool HighContrast(HttpContext context) => context.Request.Cookies["tuong-phan"] == "cao";

    public static bool LargeText(HttpContext context) => context.Request.Cookies["co-chu"] == "lon";

    public static string Scheme(HttpContext context) => context.Request.Cookies["giao-dien"] switch
    {
        "sang" => "light",
        "toi" => "dark",
        _ => "auto",
    };

    /// <summary>What makes one visitor's copy of a page differ from another's.</summary>
    public static string Key(HttpContext context) => $"{(HighContrast(context) ? 1 : 0)}{(LargeText(context) ? 1 : 0)}{Scheme(context)}";

    public static void UsePreferences(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var query = context.Request.Query;
        if (!HttpMethods.IsGet(context.Request.Method) || query.Count == 0 || !Known.Keys.Any(query.ContainsKey))
        {
            return next(context);
        }
        foreach (var (name, values) in Known)
        {
            if (query[name].ToString() is { Length: > 0 } wanted && values.Contains(wanted))
            {
                context.Response.Cookies.Append(name, wanted, new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    HttpOnly = true,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                });
            }
        }
        var rest = QueryString.Create(query.Where(pair => !Known.ContainsKey(pair.Key)));
        context.Response.Headers.CacheControl = "no-store";
        // One slash in front, and no backslash: "//evil.example/" would be another host.
        var path = new PathString("/" + context.Request.Path.Value!.TrimStart('/', '\\'));
        context.Response.Redirect("/" + (context.Request.PathBase + path).ToUriComponent().TrimStart('/') + rest);
        return Task.CompletedTask;
    });
}
