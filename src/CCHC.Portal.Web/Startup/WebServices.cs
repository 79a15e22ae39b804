using System.Text.Encodings.Web;
using System.Text.Unicode;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using OpenTelemetry.Metrics;
using Serilog;

namespace CCHC.Portal.Web.Startup;

/// <summary>Puts the web application together: what it offers, in which order a request passes, what it answers.</summary>
public static class WebServices
{
    public static void AddLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, log) =>
    {
        log.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        log = builder.Environment.IsDevelopment() ? log.WriteTo.Console() : log.WriteTo.Console(new Serilog.Formatting.Json.JsonFormatter());
    });

    public static void AddWeb(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Read<WebSettings>("Web");
        if (settings.DemoAccounts && !environment.IsDevelopment())
        {
            throw new InvalidOperationException("Web:DemoAccounts is for Development only: their password is public.");
        }
        services.AddSingleton(settings);
        services.AddSingleton<Assets>();
        services.AddSingleton<Frame>();
        services.AddSingleton<Embeds>();
        services.AddSingleton<Translations>();
        services.AddSingleton<LeafletPress>().AddScoped<Leaflets>();
        services.AddScoped<Visit>();
        services.AddScoped<Translator>();
        services.AddScoped<Invited>();
        services.AddScoped<DeskRail>();
        services.AddScoped<Pages.Public.Content.Reader>();
        services.AddScoped<Prose>().AddScoped<Feeds.Lists>().AddScoped<Facts>();
        services.AddScoped<Pages.Public.Search.SoughtRecord>();
        services.AddScoped<Pages.Desk.Content.WordTaking>();
        services.AddScoped<Pages.Desk.Content.LookOver>();
        services.AddScoped<Pages.Desk.Cases.CaseAtHand>().AddScoped<Pages.Desk.Cases.OfficerChoices>().AddScoped<Pages.Desk.Cases.BulkPlan>().AddScoped<Pages.Desk.Cases.AnswerDesk>().AddScoped<Pages.Desk.Sealed.MovingIn>();
        services.AddScoped<Pages.Desk.Counts.CountedCases>().AddScoped<Pages.Desk.Cases.CaseSheet>();
        services.AddScoped<Pages.Desk.Media.MediaAtHand>();
        services.AddScoped<Pages.Desk.Published.TakingBack>().AddScoped<Pages.Desk.Content.EditionAtHand>().AddScoped<Pages.Desk.Content.Typing>().AddScoped<Pages.Desk.Procedures.DraftsFromSheet>().AddScoped<Pages.Desk.Postings.PostingDesk>().AddScoped<Pages.Desk.Indicators.NumberDrafts>();
        services.AddScoped<Quarantine>().AddScoped<StillMe>().AddScoped<Pages.Desk.Audit.AuditLines>().AddScoped<Pages.Desk.People.PersonAtHand>();
        services.AddSingleton<Pages.Desk.Sealed.SealedPass>().AddScoped<Pages.Desk.Sealed.SealedAtHand>().AddScoped<Pages.Public.Sealed.SenderDoor>().AddSingleton<Pages.Public.Sealed.LetterFiles>();
        services.AddSingleton<FeedbackPaces>().AddSingleton<ExchangePaces>().AddScoped<Pages.Desk.Exchange.PeerAtHand>();
        services.AddSingleton<ReaderPaces>().AddSingleton<ReaderDevice>();
        services.AddScoped<Pages.Public.Content.PageBeingRead>().AddScoped<Pages.Desk.Readers.ViewFigures>();
        services.AddSingleton<Pages.Public.Cases.Receipts>().AddSingleton<Pages.Public.Cases.SendFiles>();
        services.AddScoped<Pages.Public.Cases.SendOff>().AddScoped<Pages.Public.Cases.SendQuestions>().AddScoped<Pages.Public.Cases.OwnCase>();
        services.AddHumanCheck(settings);
        services.AddSignIn(configuration.Read<PeopleSettings>("People"), environment);
        services.AddHostedService(all => all.GetRequiredService<Content.Readers.KeepViewsJob>());
        services.AddHostedService<CCHC.Portal.Jobs.JobLoop>();

        // Without this every Vietnamese letter becomes an entity: a third more bytes.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 200;
            form.ValueLengthLimit = 400_000;
            form.MultipartBodyLengthLimit = Limits.FeedbackForm;
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = SignIn.NameOf("portal.form", environment);
            antiforgery.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            antiforgery.SuppressXFrameOptionsHeader = true;   // frame-ancestors says it
        });
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AllowAnonymousToFolder("/Public");
            pages.Conventions.AddPageRoute("/Desk/Content/View", "/quan-tri/noi-dung/moi/{type}/xem");   // a text not saved yet
            pages.Conventions.AddFolderApplicationModelConvention("/Public", CacheByInvitation);
        }).AddMvcOptions(mvc => { mvc.Filters.Add<ExpiredFormFilter>(); mvc.Filters.Add<UnhandledMethodFilter>(); })
          .AddJsonOptions(json => json.JsonSerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(UnicodeRanges.All))
          .AddRazorOptions(razor => razor.PageViewLocationFormats.Add("/Pages/Kit/{0}.cshtml"));

        services.AddSingleton<OpenDataPace>().AddScoped<Delivery.Tree>().AddScoped<Delivery.Shape>().AddScoped<Api.DataLists>();
        Api.DataDocument.Add(services);
        services.AddCors(OpenData.Allow);
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 64 * 1024 * 1024;
            cache.MaximumBodySize = 4 * 1024 * 1024;   // a whole list as CSV, compressed
            cache.AddPolicy(PublicCache.Policy, new PublicCache(settings));
            OpenData.Keep(cache, settings);
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliPages>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["application/rss+xml", "application/atom+xml", "image/svg+xml", "text/vtt", "text/csv"]);
        });
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // With no proxy listed the framework would believe everybody: then nobody is believed.
            forwarded.ForwardedHeaders = settings.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            settings.TrustedProxies.ForEach(proxy => forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy)));
        });
    }

    public static async Task Prepare(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var stop = app.Lifetime.ApplicationStopping;
        await scope.ServiceProvider.GetRequiredService<Preparation>().Run(stop);
        var settings = app.Services.GetRequiredService<WebSettings>();
        if (settings.SeedAtStart)
        {
            var folder = Path.GetFullPath(Path.Combine(app.Environment.ContentRootPath, settings.SeedFolder));
            var report = await scope.ServiceProvider.GetRequiredService<Seeding>().Load(folder, stop);
            app.Logger.LogInformation("Seeds: {Report}", report.ToString());
        }
        if (settings.DemoAccounts)
        {
            foreach (var site in app.Services.GetRequiredService<SiteDirectory>().All)
            {
                await using var inSite = app.Services.CreateAsyncScope();
                await inSite.ServiceProvider.GetRequiredService<DemoPeople>().Add(site, stop);
                await inSite.ServiceProvider.GetRequiredService<DemoTexts>().Add(site, stop);
                await inSite.ServiceProvider.GetRequiredService<DemoCases>().Add(site, stop);
            }
        }
        PublicCache.EvictOnChange(app.Services);
        Welcome.Announce(app, settings);
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseSiteGate();
        app.UsePreferences();
        app.UseRouting();
        app.UseViewsCount();
        app.UseCors();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseSerilogRequestLogging(RequestLog.Shape);
        app.UseVisit();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failures.Answer, AllowStatusCode404Response = true });
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<FormSizes>();
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapEndpoints();
    }

    // A page of the public is kept ready unless it says it takes a form or shows somebody's own case.
    private static void CacheByInvitation(PageApplicationModel page)
    {
        if (!page.HandlerType.IsDefined(typeof(NeverCachedAttribute), inherit: false))
        {
            page.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = PublicCache.Policy });
        }
    }
}
