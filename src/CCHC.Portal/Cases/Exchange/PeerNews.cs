using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>What a peer is told of an event of its case: public events only, in the words the sender reads.</summary>
public static class PeerNews
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event's word in the exchange; null when the peer is not told of it.</summary>
    public static string? WordOf(CaseEvent happened) => !happened.IsPublic ? null : happened.Kind switch
    {
        CaseEventKind.Received => "tiep_nhan",
        CaseEventKind.Assigned => "giao_don_vi",
        CaseEventKind.HandedOver => "chuyen_co_quan",
        CaseEventKind.CameBack => "nhan_lai",
        CaseEventKind.Asked => "hoi_them",
        CaseEventKind.Extended => "gia_han",
        CaseEventKind.Rescheduled => "tinh_lai_han",
        CaseEventKind.Answered => "tra_loi",
        CaseEventKind.Declined => "khong_tiep_nhan",
        CaseEventKind.AskedAgain => "xem_lai",
        CaseEventKind.Withdrawn => "da_rut",
        CaseEventKind.IdeaAccepted => "tiep_thu",
        CaseEventKind.IdeaDeclined => "chua_tiep_thu",
        _ => null,
    };

    /// <summary>Whether the case is closed by it; an answer, a refusal, a withdrawal.</summary>
    private static bool Closes(CaseEventKind kind) => kind is CaseEventKind.Answered or CaseEventKind.Declined or CaseEventKind.Withdrawn;

    public static string NumberOf(Feedback feedback, CaseEvent happened) => $"{feedback.ReferenceCode}-{happened.Number}";

    public static string Body(SiteMap site, Feedback feedback, CaseEvent happened, string peersNumber)
    {
        var body = new JsonObject
        {
            ["phien_ban"] = PeerFileReading.FormatVersion,
            ["so_tin"] = NumberOf(feedback, happened),
            ["thu_tu"] = happened.Number,
            ["so"] = peersNumber,
            ["ma"] = feedback.ReferenceCode,
            ["viec"] = WordOf(happened),
            ["luc"] = TimeZoneInfo.ConvertTime(happened.At, VietnamTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            ["da_dong"] = Closes(happened.Kind),
        };
        if (feedback.DueAt is { } due)
        {
            body["han_tra_loi"] = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }
        if (site.UnitById(happened.Kind == CaseEventKind.Answered ? happened.FromUnitId : happened.ToUnitId) is { } unit)
        {
            body[happened.Kind == CaseEventKind.HandedOver ? "co_quan_nhan" : "don_vi"] = new JsonObject { ["ma"] = unit.Code, ["ten"] = unit.Name, ["dien_thoai"] = unit.Phone };
        }
        if (happened.Text != "")
        {
            body["noi_dung"] = happened.Text;
        }
        return body.ToJsonString(Readable);
    }
}
