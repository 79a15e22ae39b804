using System.Globalization;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>How staff sign in and stay signed in; readers get no cookie.</summary>
public static class SignIn
{
    /// <summary>Ends every name of the desk's cookie; in front of it Production puts __Host-, which ties it to this very host and HTTPS.</summary>
    public const string CookieName = "portal.desk";

    public static string NameOf(string cookie, IHostEnvironment environment) => environment.IsDevelopment() ? cookie : "__Host-" + cookie;

    public static bool HasDeskCookie(HttpRequest request) => request.Cookies.Keys.Any(name => name.EndsWith(CookieName, StringComparison.Ordinal));
    private const string SignedInAt = "signed-in-at";

    public static void AddSignIn(this IServiceCollection services, PeopleSettings people, IHostEnvironment environment)
    {
        services.AddKeyRing();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.AllowedForNewUsers = false;   // SignInPace slows guessing down; a lock would be a stranger's weapon
                identity.User.RequireUniqueEmail = false;
            })
            .AddUserStore<UserOnlyStore<Person, PortalDb, Guid>>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = NameOf(CookieName, environment);
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                cookie.LoginPath = "/dang-nhap";
                cookie.LogoutPath = "/dang-xuat";
                cookie.AccessDeniedPath = "/loi/403";
                cookie.ReturnUrlParameter = "ve";
                cookie.SlidingExpiration = true;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(people.IdleMinutes);
                cookie.Events.OnSigningIn = StampTime;
                cookie.Events.OnValidatePrincipal = context => Validate(context, TimeSpan.FromHours(people.SessionHours));
                cookie.Events.OnRedirectToAccessDenied = SendToDuty;
            });
            cookies.TwoFactorUserIdCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = NameOf(CookieName + ".step", environment);
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            });
        });
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<SignInPace>();
        services.AddScoped<Credentials>().AddScoped<SignedIn>().AddScoped<SecondFactor>().AddScoped<OwnPassword>();
    }

    // The ticket's own time moves with every renewal; this one says when the password was given.
    private static Task StampTime(CookieSigningInContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Properties.Items.TryAdd(SignedInAt, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static async Task Validate(CookieValidatePrincipalContext context, TimeSpan longest)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var began = context.Properties.Items.TryGetValue(SignedInAt, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : DateTimeOffset.MinValue;
        if (context.HttpContext.Site() is null || clock.GetUtcNow() - began > longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    // Refused because something is owed first: there. Otherwise 403, and the error page follows without a redirect.
    private static Task SendToDuty(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Visit>().Duty is { } duty)
        {
            context.Response.Redirect(context.Request.PathBase + duty);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        return Task.CompletedTask;
    }
}
