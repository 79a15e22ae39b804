using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>How staff sign in and stay signed in; readers get no cookie.</summary>
public static class SignIn
{
    public const string CookieName = "portal.desk";

    public static void AddSignIn(this IServiceCollection services, PeopleSettings people, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("CCHC.Portal").PersistKeysToDbContext<PortalDb>();
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
                cookie.Cookie.Name = CookieName;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                cookie.LoginPath = "/dang-nhap";
                cookie.LogoutPath = "/dang-xuat";
                cookie.AccessDeniedPath = "/loi/403";
                cookie.ReturnUrlParameter = "ve";
                cookie.SlidingExpiration = true;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(people.IdleMinutes);
                cookie.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;   // the error page follows, without a redirect
                    return Task.CompletedTask;
                };
            });
        });
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<SignInPace>();
    }
}
