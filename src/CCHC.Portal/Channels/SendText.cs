using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;

namespace CCHC.Portal.Channels;

/// <summary>Hands a short message from the outbox to the gateway of its way; without one it stays as a record. Never in the quiet hours.</summary>
public sealed class SendText(TextSettings settings, Vault vault) : IDeliver, IDisposable
{
    private readonly HttpClient gateway = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20) };

    public string Kind => TextMessage.Kind;

    public DateTimeOffset NotBefore(DateTimeOffset now)
    {
        var (hour, day) = (VietnamTime.Clock(now).Hour, VietnamTime.Day(now));
        var (from, until) = (settings.QuietFrom, settings.QuietUntil);
        var quiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until;
        return !quiet ? now : VietnamTime.At(hour < until ? day : day.AddDays(1), new TimeOnly(until, 0));
    }

    public async Task Deliver(OutboxMessage message, CancellationToken stop)
    {
        var text = message.Read<TextMessage>(vault)!;
        if (settings.UrlOf(text.Way) is not { } url)
        {
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(new { id = message.Id, way = text.Way.ToString().ToLowerInvariant(), to = text.To, text = text.Words }) };
        request.Headers.Add("Idempotency-Key", message.Id.ToString("N"));   // handed over twice, it is still sent once
        if (!string.IsNullOrEmpty(settings.Token))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token);
        }
        using var answer = await gateway.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The gateway answered {(int)answer.StatusCode}.");
        }
    }

    /// <summary>The officers' list shows what was said; to which number, only by its ends.</summary>
    public string LeftOf(OutboxMessage message) =>
        message.Read<TextMessage>(vault) is { } text ? JsonSerializer.Serialize(text with { To = text.To.Length > 6 ? text.To[..3] + "•••" + text.To[^3..] : "•••" }) : "";

    public void Dispose() => gateway.Dispose();
}
