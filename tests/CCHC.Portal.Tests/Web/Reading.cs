using AngleSharp;
using AngleSharp.Dom;

namespace CCHC.Portal.Tests.Web;

/// <summary>What a test reads off an answer.</summary>
public static class Reading
{
    /// <summary>The answer as the document a browser would see.</summary>
    public static async Task<IDocument> Read(this HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html).Address(response.RequestMessage!.RequestUri!));
    }

    public static Task<string> Text(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    public static string Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>Whether the page was lying ready: the output cache says how old it is.</summary>
    public static bool WasKeptReady(this HttpResponseMessage response) => response.Headers.Age is not null;
}
