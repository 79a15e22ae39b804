using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>Reads what a peer sent, strictly: a name nobody agreed on is a mistake, and each message has its own mistakes.</summary>
public static class PeerFileReading
{
    public const string FormatVersion = "1";

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };
    private static readonly JsonSerializerOptions Strict = new() { MaxDepth = 8, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The messages with their mistakes of form; or what is wrong with the whole.</summary>
    public static async Task<(IReadOnlyList<(PeerRow? Row, IReadOnlyList<PeerFault> Faults)> Rows, string? Wrong)> Read(Stream content, int most, CancellationToken stop)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(content, Shallow, stop);
            return Rows(document.RootElement, most);
        }
        catch (JsonException broken)
        {
            return ([], $"Tệp không phải JSON hợp lệ (dòng {(broken.LineNumber ?? 0) + 1}).");
        }
    }

    private static (IReadOnlyList<(PeerRow?, IReadOnlyList<PeerFault>)> Rows, string? Wrong) Rows(JsonElement root, int most)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("phien_ban", out var version) || version.ValueKind != JsonValueKind.String || version.GetString() != FormatVersion)
        {
            return ([], $"Thiếu “phien_ban”: \"{FormatVersion}\".");
        }
        if (root.EnumerateObject().Select(part => part.Name).FirstOrDefault(name => name is not ("phien_ban" or "tin")) is { } unknown)
        {
            return ([], $"Không có trường “{Short(unknown)}” ở đầu tệp.");
        }
        if (!root.TryGetProperty("tin", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            return ([], "Thiếu danh sách “tin”.");
        }
        if (messages.GetArrayLength() > most)
        {
            return ([], $"Mỗi lần gửi nhiều nhất {most} tin; tệp này có {messages.GetArrayLength()}.");
        }
        return ([.. messages.EnumerateArray().Select(Row)], null);
    }

    private static (PeerRow?, IReadOnlyList<PeerFault>) Row(JsonElement message)
    {
        try
        {
            var row = message.Deserialize<PeerRow>(Strict);
            return row is null ? (null, [new PeerFault("", "Tin trống.")]) : (row, PeerRowRules.FaultsOf(row));
        }
        catch (JsonException wrong)
        {
            var field = (wrong.Path ?? "").TrimStart('$', '.');
            return (NumbersOf(message), [new PeerFault(Short(field), wrong.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "Có trường ngoài quy ước." : "Sai kiểu dữ liệu.")]);
        }
    }

    // Enough to say which message it was.
    private static PeerRow? NumbersOf(JsonElement message) => message.ValueKind != JsonValueKind.Object ? null : new PeerRow { Number = TextOf(message, "so"), MessageNumber = TextOf(message, "so_tin") };

    private static string? TextOf(JsonElement message, string name) => message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Short(value.GetString()!) : null;

    private static string Short(string text) => text.Length > PeerRowRules.LongestNumber ? text[..PeerRowRules.LongestNumber] : text;
}
