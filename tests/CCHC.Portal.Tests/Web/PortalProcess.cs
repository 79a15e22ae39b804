using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Tests.Storage;

namespace CCHC.Portal.Tests.Web;

/// <summary>The portal as it is built, in a process of its own on a free port of this machine, that can be killed.</summary>
public sealed class PortalProcess : IDisposable
{
    private static readonly string Built = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private readonly Process process;
    private readonly List<string> said = [];

    private PortalProcess(Process process, int port)
    {
        this.process = process;
        Address = new Uri($"http://127.0.0.1:{port}/");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public static async Task<PortalProcess> Start(TestDatabase place, params (string Key, string Value)[] settings)
    {
        var home = Repository.Under("src", "CCHC.Portal.Web");
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(home, "bin", Built, "net10.0", "CCHC.Portal.Web.dll")])
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Web__LeastFreeDiskMb"] = "0";
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        foreach (var (key, value) in place.Configuration.Select(pair => (pair.Key, pair.Value!)).Concat(settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var started = new PortalProcess(Process.Start(start)!, port);
        await started.Answers();
        return started;
    }

    /// <summary>No time to say goodbye: SIGKILL, as when the power goes.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }
        process.Dispose();
    }

    private async Task Answers()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(90); await Task.Delay(100))
        {
            Assert.False(process.HasExited, $"The portal ended by itself:\n{string.Join('\n', said)}");
            try
            {
                if ((await client.GetAsync("healthz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
        Assert.Fail($"The portal did not answer:\n{string.Join('\n', said)}");
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            if (line is not null)
            {
                said.Add(line);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
