using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CCHC.Portal.Cases.History;

/// <summary>One event as it stands in the chain: all that is known of it, the fingerprint of the one before, and its own over both.</summary>
public sealed record HistoryLine(int Number, string At, string Kind, bool IsPublic, string Text, Guid? Person, Guid? FromUnit, Guid? ToUnit, Guid? ToPerson, string Before, string Hash, bool IsCovered = false)
{
    /// <summary>What stands before the first event.</summary>
    public const string Beginning = "";

    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HistoryLine Of(CaseEvent happened, int number, string before) => Of(happened, number, before, happened.Text);

    /// <summary>The same with the words as they were written, where the event shows them covered.</summary>
    public static HistoryLine Of(CaseEvent happened, int number, string before, string written)
    {
        var line = new HistoryLine(number, Instant(happened.At), happened.Kind.ToString(), happened.IsPublic, written, happened.PersonId, happened.FromUnitId, happened.ToUnitId, happened.ToPersonId, before, "");
        return line with { Hash = line.Fingerprint(happened.FeedbackId) };
    }

    /// <summary>SHA-256 over the case and every field in this order, as JSON without blanks.</summary>
    public string Fingerprint(Guid caseId) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new object?[] { caseId, Number, At, Kind, IsPublic, Text, Person, FromUnit, ToUnit, ToPerson, Before }, Canonical)));

    // To the millisecond: the one engine keeps finer than the other.
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
