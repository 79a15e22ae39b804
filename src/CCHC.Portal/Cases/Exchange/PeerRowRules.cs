using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Portal.Channels;
using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>What a message of a peer must be like.</summary>
public static partial class PeerRowRules
{
    public const int LongestNumber = 64;
    private const int LongestText = 10_000, LongestAddition = 5_000, LongestLine = 200, LongestName = 100;

    private static readonly Dictionary<string, PeerVerb> Verbs = new(StringComparer.Ordinal)
    {
        ["moi"] = PeerVerb.NewCase,
        ["bo_sung"] = PeerVerb.Addition,
        ["rut"] = PeerVerb.Withdrawal,
    };

    private static readonly Dictionary<string, FeedbackKind> Kinds = new(StringComparer.Ordinal)
    {
        ["phan_anh"] = FeedbackKind.Report,
        ["kien_nghi"] = FeedbackKind.Recommendation,
        ["gop_y"] = FeedbackKind.Idea,
        ["hoi_dap"] = FeedbackKind.Question,
        ["khen_ngoi"] = FeedbackKind.Praise,
        ["khieu_nai"] = FeedbackKind.AdministrativeComplaint,
        ["to_cao"] = FeedbackKind.Denunciation,
    };

    public static IEnumerable<string> KindWords => Kinds.Keys;

    public static PeerVerb VerbOf(PeerRow row) => Verbs[row.Verb!];

    public static FeedbackKind KindOf(PeerRow row) => Kinds.GetValueOrDefault(row.Kind ?? "", FeedbackKind.Report);

    public static FeedbackField FieldOf(PeerRow row) => Enum.TryParse<FeedbackField>(row.Field, out var field) ? field : FeedbackField.Other;

    public static DateOnly? DayOf(PeerRow row) => DateOnly.TryParseExact(row.HappenedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Submitter SubmitterOf(PeerRow row) => new()
    {
        Name = VietnameseText.CleanLine(row.Sender?.Name),
        Address = VietnameseText.CleanLine(row.Sender?.Address),
        Phone = string.IsNullOrWhiteSpace(row.Sender?.Phone) ? "" : PhoneNumber.Normalise(row.Sender.Phone) ?? "",
        Email = VietnameseText.CleanLine(row.Sender?.Email),
    };

    public static IReadOnlyList<PeerFault> FaultsOf(PeerRow row)
    {
        var faults = new List<PeerFault>();
        void Wrong(bool isWrong, string field, string words)
        {
            if (isWrong)
            {
                faults.Add(new PeerFault(field, words));
            }
        }
        Wrong(row.Verb is null || !Verbs.ContainsKey(row.Verb), "viec", "Phải là moi, bo_sung hoặc rut.");
        Wrong(row.Number is null || !NumberShape().IsMatch(row.Number), "so", "Thiếu số của quý cơ quan, hoặc số dài quá 64 ký tự hay có ký tự ngoài chữ, số và . _ - /.");
        var isNew = row.Verb == "moi";
        Wrong(isNew && row.MessageNumber is not null, "so_tin", "Chỉ dùng khi bổ sung hoặc rút.");
        Wrong(!isNew && (row.MessageNumber is null || !NumberShape().IsMatch(row.MessageNumber)), "so_tin", "Bổ sung hoặc rút phải có số tin riêng, nhiều nhất 64 ký tự.");
        Wrong(row.Verb != "rut" && VietnameseText.Clean(row.Text) == "", "noi_dung", "Thiếu nội dung.");
        Wrong(row.Text?.Length > (isNew ? LongestText : LongestAddition), "noi_dung", $"Dài quá {(isNew ? "10.000" : "5.000")} ký tự.");
        Wrong(row.Kind is not null && !Kinds.ContainsKey(row.Kind), "loai", $"Phải là một trong: {string.Join(", ", Kinds.Keys)}.");
        Wrong(row.Field is not null && !(Enum.TryParse<FeedbackField>(row.Field, out var field) && field.ToString() == row.Field), "linh_vuc", "Mã lĩnh vực không có trong danh mục.");
        Wrong(!isNew && (row.Kind ?? row.Field ?? row.Place ?? row.HappenedOn) is not null, "viec", "Bổ sung hoặc rút không đổi loại, lĩnh vực, địa điểm hay ngày.");
        Wrong(!isNew && row.Sender is not null, "nguoi_gui", "Chỉ gửi cùng vụ việc mới.");
        Wrong(row.Place?.Length > LongestLine, "dia_diem", "Dài quá 200 ký tự.");
        Wrong(row.HappenedOn is not null && DayOf(row) is null, "ngay_xay_ra", "Ghi theo dạng 2026-11-23.");
        Wrong(row.Sender?.Name?.Length > LongestName, "nguoi_gui.ho_ten", "Dài quá 100 ký tự.");
        Wrong(row.Sender?.Address?.Length > LongestLine, "nguoi_gui.dia_chi", "Dài quá 200 ký tự.");
        Wrong(!string.IsNullOrWhiteSpace(row.Sender?.Phone) && PhoneNumber.Normalise(row.Sender.Phone) is null, "nguoi_gui.dien_thoai", "Không phải số điện thoại Việt Nam.");
        Wrong(row.Sender?.Email is { Length: > 0 } mail && (mail.Length > LongestLine || !MimeKit.MailboxAddress.TryParse(mail, out _)), "nguoi_gui.thu_dien_tu", "Không phải địa chỉ thư.");
        Wrong(row.Verb == "rut" && row.Files is { Count: > 0 }, "tep", "Rút thì không gửi tệp.");
        Wrong(row.Files?.Any(file => file is null || string.IsNullOrWhiteSpace(file.Name) || file.Name.Length > LongestLine || file.Content is not { Length: > 0 }) == true, "tep", "Mỗi tệp phải có tên và nội dung (Base64).");
        return faults;
    }

    [GeneratedRegex(@"\A[\p{L}0-9][\p{L}0-9._/-]{0,63}\z")]
    private static partial Regex NumberShape();
}
