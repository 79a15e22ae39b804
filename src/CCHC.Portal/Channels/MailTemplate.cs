using CCHC.Portal.Storage;

namespace CCHC.Portal.Channels;

/// <summary>The words of one kind of e-mail in one language, which staff may change.</summary>
public sealed class MailTemplate : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public required string Key { get; init; }
    public required string Culture { get; init; }
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";

    public Mail Fill(string to, IReadOnlyDictionary<string, string> values) => new(to, Filled(Subject, values), Filled(Body, values));

    private static string Filled(string text, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(text, (filled, pair) => filled.Replace("{" + pair.Key + "}", pair.Value, StringComparison.Ordinal));
}
