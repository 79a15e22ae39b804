using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.History;

/// <summary>The whole history of one case as a file: whoever changes, drops or moves an event in it is found out.</summary>
public sealed record CaseHistory
{
    public const string FormatName = "cchc-portal-case-history/1";
    private const string SealPurpose = "case-history";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format { get; init; } = "";
    public string Site { get; init; } = "";
    public string Code { get; init; } = "";
    public Guid CaseId { get; init; }
    public DateTimeOffset ExportedAt { get; init; }

    /// <summary>Who the people and units of the events are, to be read; not part of the chain.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public IReadOnlyList<HistoryLine> Events { get; init; } = [];
    public int Count { get; init; }
    public string Last { get; init; } = "";

    /// <summary>Made with the portal's own key over case, count and last fingerprint: a chain rewritten from the beginning does not bear it.</summary>
    public string Seal { get; init; } = "";

    public static CaseHistory Of(Feedback feedback, SiteMap site, IReadOnlyDictionary<Guid, string> people, Vault vault, DateTimeOffset now)
    {
        var lines = new List<HistoryLine>();
        foreach (var happened in feedback.Events.Where(one => one.Number is not null).OrderBy(one => one.Number))
        {
            lines.Add(HistoryLine.Of(happened, happened.Number!.Value, lines.Count == 0 ? PurgeProof.LastBefore(happened) : lines[^1].Hash) with { Hash = happened.Hash!, IsCovered = happened.Original is not null });
        }
        var units = lines.SelectMany(line => new[] { line.FromUnit, line.ToUnit }).OfType<Guid>().Distinct().ToDictionary(id => id, id => site.UnitById(id)?.Name ?? "");
        var history = new CaseHistory
        {
            Format = FormatName,
            Site = site.Key,
            Code = feedback.ReferenceCode,
            CaseId = feedback.Id,
            ExportedAt = now,
            Events = lines,
            Count = lines.Count,
            Last = lines.Count == 0 ? HistoryLine.Beginning : lines[^1].Hash,
            Names = people.Concat(units).DistinctBy(pair => pair.Key).ToDictionary(),
        };
        return history with { Seal = history.SealOf(vault) };
    }

    [JsonIgnore] public string Json => JsonSerializer.Serialize(this, Written);

    public static CaseHistory? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CaseHistory>(json, Written);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Over all of the covered lines too: the chain itself answers only for what they cover.</summary>
    public string SealOf(Vault vault) => Convert.ToHexStringLower(vault.Fingerprint(string.Join('\n',
        [$"{CaseId:n}\n{Count}\n{Last}", .. Events.Where(line => line.IsCovered).Select(line => $"{line.Number} {line.Fingerprint(CaseId)}")]), SealPurpose));

    [JsonIgnore] public byte[] Bytes => Encoding.UTF8.GetBytes(Json);
}
