using System.Text.Json.Serialization;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>One message of a peer as it stands in the file: nothing more than this, under these names.</summary>
public sealed record PeerRow
{
    /// <summary>moi, bo_sung, rut.</summary>
    [JsonPropertyName("viec")] public string? Verb { get; init; }

    [JsonPropertyName("so")] public string? Number { get; init; }
    [JsonPropertyName("so_tin")] public string? MessageNumber { get; init; }
    [JsonPropertyName("loai")] public string? Kind { get; init; }
    [JsonPropertyName("linh_vuc")] public string? Field { get; init; }
    [JsonPropertyName("noi_dung")] public string? Text { get; init; }
    [JsonPropertyName("dia_diem")] public string? Place { get; init; }
    [JsonPropertyName("ngay_xay_ra")] public string? HappenedOn { get; init; }
    [JsonPropertyName("nguoi_gui")] public PeerSender? Sender { get; init; }
    [JsonPropertyName("giu_kin_danh_tinh")] public bool IdentityWithheld { get; init; }
    [JsonPropertyName("tep")] public IReadOnlyList<PeerFile>? Files { get; init; }
}

/// <summary>Who told the peer.</summary>
public sealed record PeerSender
{
    [JsonPropertyName("ho_ten")] public string? Name { get; init; }
    [JsonPropertyName("dia_chi")] public string? Address { get; init; }
    [JsonPropertyName("dien_thoai")] public string? Phone { get; init; }
    [JsonPropertyName("thu_dien_tu")] public string? Email { get; init; }
}

/// <summary>A file that came with it, in Base64.</summary>
public sealed record PeerFile
{
    [JsonPropertyName("ten")] public string? Name { get; init; }
    [JsonPropertyName("noi_dung")] public byte[]? Content { get; init; }
}

/// <summary>What is wrong with one field of a message, in words for whoever sends it.</summary>
public sealed record PeerFault([property: JsonPropertyName("truong")] string Field, [property: JsonPropertyName("loi")] string Words);
