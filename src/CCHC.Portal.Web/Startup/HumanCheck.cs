using System.Text.Json;
using CCHC.Portal.Channels;

namespace CCHC.Portal.Web.Startup;

/// <summary>Asks whether a form was sent by a person.</summary>
public interface IHumanCheck
{
    /// <summary>The form field that carries the proof.</summary>
    string Field { get; }

    Task<bool> Proves(string? answer, CancellationToken stop);
}

/// <summary>The browser worked a moment for it (ALTCHA); no third party learns of the visit.</summary>
public sealed class AltchaCheck(ProofOfWork work) : IHumanCheck
{
    public string Field => "altcha";

    public Task<bool> Proves(string? answer, CancellationToken stop) => Task.FromResult(work.Accept(answer));
}

/// <summary>Google's reCAPTCHA, for a body that has decided so; the answer is verified by this server.</summary>
public sealed class RecaptchaCheck(HttpClient client, WebSettings settings, ILogger<RecaptchaCheck> log) : IHumanCheck
{
    public string Field => "g-recaptcha-response";

    public async Task<bool> Proves(string? answer, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(answer) || answer.Length > 8_000)
        {
            return false;
        }
        try
        {
            using var form = new FormUrlEncodedContent([new("secret", settings.RecaptchaSecret), new("response", answer)]);
            using var response = await client.PostAsync(settings.RecaptchaVerifyUrl, form, stop);
            using var verdict = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
            return verdict.RootElement.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or JsonException || (unreachable is TaskCanceledException && !stop.IsCancellationRequested))
        {
            // Not proved: the message still goes to the human queue, nobody is turned away because Google is.
            log.LogWarning("reCAPTCHA could not be verified: {Error}", unreachable.GetType().Name);
            return false;
        }
    }
}

/// <summary>Chooses the check by configuration.</summary>
public static class HumanCheckServices
{
    public static void AddHumanCheck(this IServiceCollection services, WebSettings settings)
    {
        if (settings.UsesRecaptcha)
        {
            services.AddHttpClient<IHumanCheck, RecaptchaCheck>(client =>
            {
                client.Timeout = TimeSpan.FromSeconds(5);
                client.MaxResponseContentBufferSize = 64 * 1024;
            });
        }
        else
        {
            services.AddSingleton<IHumanCheck, AltchaCheck>();
        }
    }
}
