using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>An administrative procedure: what it takes, how long, how much, where, on which legal ground (T1).</summary>
[ContentType("procedure", "thu-tuc", "Thủ tục hành chính", "Administrative procedure", CheckEveryMonths = 6, Complete = true, Sought = 115)]
public sealed partial record Procedure : ContentBody
{
    /// <summary>How codes begin that stand in for the official one until it is known.</summary>
    public const string SampleCode = "MAU-";

    [Field("Mã thủ tục", "Code", Order = 1, Example = "1.004222", Hint = "Mã ở Cơ sở dữ liệu quốc gia về thủ tục hành chính. Chưa có mã thì ghi mã mẫu, dạng MAU-001.")]
    [Required(ErrorMessage = "Hãy nhập mã thủ tục."), RegularExpression(@"^([0-9]{1,2}\.[0-9]{6}|MAU-[0-9]{3})$", ErrorMessage = "Mã thủ tục có dạng 1.004222; mã mẫu có dạng MAU-001.")]
    public string Code { get; init; } = "";

    [Field("Lĩnh vực", "Field", Order = 2)]
    public ProcedureField Field { get; init; }

    [Field("Việc trong đời (mã, mỗi dòng một)", "Life events", Input = FieldInput.Lines, Order = 2, Hint = "Mã của việc trong đời, ví dụ sinh-con.")]
    public List<string> LifeEvents { get; init; } = [];

    [Field("Dành cho ai", "Who it is for", Order = 3), Required(ErrorMessage = "Hãy viết thủ tục dành cho ai."), StringLength(400, ErrorMessage = "Dài quá 400 ký tự.")]
    public string Who { get; init; } = "";

    [Field("Cấp giải quyết", "Level", Order = 3)]
    public ProcedureLevel Level { get; init; }

    [Field("Cơ quan có thẩm quyền", "Authority", Order = 3), Required(ErrorMessage = "Hãy ghi cơ quan có thẩm quyền."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string Authority { get; init; } = "";

    [Field("Đơn vị giải quyết", "Settling unit", Order = 3), Required(ErrorMessage = "Hãy ghi đơn vị giải quyết."), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string SettledBy { get; init; } = "";

    [Field("Nơi tiếp nhận", "Where to hand in", Input = FieldInput.Lines, Order = 3, Hint = "Mã của Bộ phận Một cửa (co-so-cat-ba), hoặc tên nơi nhận; mỗi dòng một.")]
    [AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một nơi tiếp nhận.")]
    public List<string> ReceivedAt { get; init; } = [];

    [Field("Trình tự thực hiện", "Steps", Input = FieldInput.Rows, Order = 4), AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một bước thực hiện.")]
    public List<ProcedureStep> Steps { get; init; } = [];

    [Field("Thành phần hồ sơ", "Required documents", Input = FieldInput.Rows, Order = 4), AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một giấy tờ cần có.")]
    public List<RequiredDocument> Papers { get; init; } = [];

    [Field("Thời hạn giải quyết", "Processing time", Input = FieldInput.Rows, Order = 4), AtLeastOne(ErrorMessage = "Hãy ghi thời hạn giải quyết.")]
    public List<ProcessingTime> Times { get; init; } = [];

    [Field("Phí, lệ phí", "Fees and levies", Input = FieldInput.Rows, Order = 4, Hint = "Không thu tiền thì ghi 0. Đổi mức thì thêm dòng cùng tên với ngày áp dụng mới, không sửa dòng cũ.")]
    [AtLeastOne(ErrorMessage = "Hãy ghi phí, lệ phí; không thu tiền thì ghi 0.")]
    public List<Fee> Fees { get; init; } = [];

    [Field("Kết quả", "Results", Input = FieldInput.Lines, Order = 4), AtLeastOne(ErrorMessage = "Hãy ghi kết quả người dân nhận được.")]
    public List<string> Results { get; init; } = [];

    [Field("Căn cứ pháp lý", "Legal basis", Input = FieldInput.Lines, Order = 4, Hint = "Mã văn bản trong mục Văn bản (nghi-dinh-118-2025-nd-cp), hoặc số hiệu; mỗi dòng một.")]
    [AtLeastOne(ErrorMessage = "Hãy ghi ít nhất một căn cứ pháp lý.")]
    public List<string> LegalBasis { get; init; } = [];

    [Field("Quyết định công bố", "Promulgated by", Order = 4), Required(ErrorMessage = "Hãy ghi quyết định công bố thủ tục."), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string PromulgatedBy { get; init; } = "";

    [Field("Mức độ trực tuyến", "Online level", Order = 4)]
    public OnlineServiceLevel Online { get; init; }

    [Field("Vì sao chưa toàn trình", "Why not fully online", Order = 4), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string? OnlineReason { get; init; }

    [Field("Địa chỉ nộp trực tuyến", "Online address", Order = 4), Url(ErrorMessage = "Địa chỉ phải bắt đầu bằng http:// hoặc https://."), StringLength(400, ErrorMessage = "Dài quá 400 ký tự.")]
    public string? OnlineUrl { get; init; }

    [Field("Có hiệu lực từ", "In force from", Order = 4)]
    public DateOnly? EffectiveFrom { get; init; }

    [Field("Hết hiệu lực từ", "Out of force from", Order = 4)]
    public DateOnly? EffectiveUntil { get; init; }

    [Field("Trạng thái", "State", Order = 4, Hint = "Bãi bỏ, thay thế: đăng (hoặc hẹn giờ đăng) vào ngày có hiệu lực.")]
    public ProcedureChangeKind Change { get; init; }

    [Field("Được thay bằng (mã, mỗi dòng một)", "Replaced by", Input = FieldInput.Lines, Order = 4)]
    public List<string> ReplacedBy { get; init; } = [];

    [Field("Trước và sau khi đơn giản hóa", "Simplification", Input = FieldInput.Rows, Folded = true, Order = 6)]
    public Simplification? Simplified { get; init; }

    [Field("Hỏi thường gặp", "Questions", Input = FieldInput.Rows, Folded = true, Order = 7)]
    public List<GuideQuestion> Questions { get; init; } = [];

    /// <summary>No longer done: it leaves lists and search, and its address says what to do instead.</summary>
    public override bool IsGone => Change is ProcedureChangeKind.Replaced or ProcedureChangeKind.Abolished;

    public bool HasSampleCode => Code.StartsWith(SampleCode, StringComparison.Ordinal);

    public override IEnumerable<string?> Words() =>
        [.. OtherNames, Who, .. Papers.Select(paper => paper.Name), .. Results, .. Steps.Select(step => step.Title), SettledBy, .. LegalBasis];

    public override string? FieldOfWork => Field.ToString();

    public override IEnumerable<string> Exact() => [Code];

    public override IEnumerable<(string Type, string Key)> Names() =>
        [.. LifeEvents.Select(key => ("lifeEvent", key)), .. ReceivedAt.Select(key => ("oneStopSite", key)), .. LegalBasis.Select(key => ("legalDocument", key)), .. ReplacedBy.Select(key => ("procedure", key))];
}
