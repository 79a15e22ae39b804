using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Operations;
using CCHC.Portal.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A message of a call centre about a new case.</summary>
    public static JsonObject PeerCase(string number, string text = "Đèn đường trước nhà văn hóa hỏng ba ngày nay.", string? kind = null) => new()
    {
        ["viec"] = "moi",
        ["so"] = number,
        ["loai"] = kind ?? "phan_anh",
        ["linh_vuc"] = "Environment",
        ["noi_dung"] = text,
        ["nguoi_gui"] = new JsonObject { ["ho_ten"] = "Nguyễn Văn Mẫu", ["dien_thoai"] = "0912 345 678" },
    };

    public static JsonObject PeerAddition(string number, string messageNumber, string text = "Nay hỏng thêm hai cột nữa.") => new()
    {
        ["viec"] = "bo_sung",
        ["so"] = number,
        ["so_tin"] = messageNumber,
        ["noi_dung"] = text,
    };

    public static string PeerFile(params JsonObject[] messages) =>
        new JsonObject { ["phien_ban"] = "1", ["tin"] = new JsonArray([.. messages.Select(message => message.DeepClone())]) }.ToJsonString();

    public static async Task<ExchangePeer> Peer(this TestPortal portal, SiteMap site, string address = "")
    {
        var peer = new ExchangePeer { Code = "1022", Name = "Tổng đài 1022 (mẫu)", Address = address };
        await portal.Inside(site, async (_, db) =>
        {
            db.ExchangePeers.Add(peer);
            await db.SaveChangesAsync();
        });
        return peer;
    }

    /// <summary>Hands messages in as the door would.</summary>
    public static Task<IReadOnlyList<PeerResult>> Exchange(this TestPortal portal, SiteMap site, ExchangePeer peer, params JsonObject[] messages) => portal.Inside(site, async (scope, _) =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(PeerFile(messages)));
        var (rows, wrong) = await PeerFileReading.Read(content, 100, CancellationToken.None);
        Assert.Null(wrong);
        return await scope.GetRequiredService<Exchanging>().Take(site, peer, rows, CancellationToken.None);
    });

    public static string Said(this PeerResult result) => JsonSerializer.Serialize(result);
}
