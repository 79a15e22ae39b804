using System.Text.Json.Serialization;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>What a peer hears of one of its messages: that we have it, or why not. Never what kind of store it lies in.</summary>
public sealed record PeerResult
{
    [JsonPropertyName("thu_tu")] public int Place { get; init; }
    [JsonPropertyName("so")] public string Number { get; init; } = "";
    [JsonPropertyName("so_tin"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MessageNumber { get; init; }

    /// <summary>da_nhan, xung_dot, chua_co, sai.</summary>
    [JsonPropertyName("ket_qua")] public string Outcome { get; init; } = "";

    /// <summary>When it reached us; the same again for the same message.</summary>
    [JsonPropertyName("luc"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? At { get; init; }

    [JsonPropertyName("loi"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<PeerFault>? Faults { get; init; }

    public const string Taken = "da_nhan", Changed = "xung_dot", Unknown = "chua_co", Wrong = "sai";
}
