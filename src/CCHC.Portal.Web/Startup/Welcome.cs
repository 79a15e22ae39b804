using CCHC.Portal.Operations;
using CCHC.Portal.People;

namespace CCHC.Portal.Web.Startup;

/// <summary>The lines on the console that say where to look and, in Development, who to sign in as.</summary>
internal static class Welcome
{
    public static void Announce(WebApplication app, WebSettings settings)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "http://localhost:5000";
            Console.WriteLine();
            Console.WriteLine($"  Cổng đã sẵn sàng / the portal is ready:  {address}");
            Console.WriteLine($"  Bàn làm việc / staff desk:               {address}/quan-tri");
            if (settings.DemoAccounts)
            {
                Console.WriteLine($"  Tài khoản thử / demo accounts (mật khẩu / password: {DemoPeople.Password}):");
                foreach (var (userName, fullName, unit, _) in DemoPeople.All)
                {
                    Console.WriteLine($"    {userName,-16}{fullName} · {unit}");
                }
                Console.WriteLine($"    khokin: khóa ứng dụng xác thực / authenticator key {Totp.Typed(DemoPeople.ReaderKey)}");
            }
            Console.WriteLine();
        });
    }
}
