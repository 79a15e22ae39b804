using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Tests.Cases.Exchange;

/// <summary>A call centre on a port of this machine: hears notices, and now and then drops the line, refuses, or loses its own answer.</summary>
public sealed class SimulatedPeer : IAsyncDisposable
{
    private readonly WebApplication server;
    private int knocks;

    private SimulatedPeer(WebApplication server) => this.server = server;

    /// <summary>What it does at the knock of that number; by default it hears.</summary>
    public Func<int, Mood> Does { get; set; } = _ => Mood.Hears;

    /// <summary>Everything that reached it, in order; repeated ones too.</summary>
    public ConcurrentQueue<(string Key, string Token, string Body)> Heard { get; } = new();

    public string Address { get; private set; } = "";

    public static async Task<SimulatedPeer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var peer = new SimulatedPeer(builder.Build());
        peer.server.MapPost("/bao", peer.Hear);
        await peer.server.StartAsync();
        peer.Address = peer.server.Urls.Single() + "/bao";
        return peer;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task Hear(HttpContext context)
    {
        var mood = Does(Interlocked.Increment(ref knocks));
        if (mood == Mood.DropsBefore)
        {
            context.Abort();
            return;
        }
        if (mood == Mood.Fails)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        using var reader = new StreamReader(context.Request.Body);
        Heard.Enqueue((context.Request.Headers["Idempotency-Key"].ToString(), context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        if (mood == Mood.HearsAndDrops)
        {
            context.Abort();
        }
    }

    public enum Mood { Hears, DropsBefore, Fails, HearsAndDrops }
}
