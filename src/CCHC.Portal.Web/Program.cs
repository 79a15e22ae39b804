using CCHC.Portal;
using CCHC.Portal.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(Limits.Apply);
builder.AddLogging();
builder.Services.AddPortal(builder.Configuration);
builder.Services.AddWeb(builder.Configuration, builder.Environment);

var app = builder.Build();
await app.Prepare();
app.UsePortal();
app.MapPortal();
await app.RunAsync();

/// <summary>The web application; public so that tests can start it.</summary>
public partial class Program;
