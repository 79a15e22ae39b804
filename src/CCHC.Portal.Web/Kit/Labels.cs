using CCHC.Portal.Cases;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Kit;

/// <summary>The Vietnamese words for the values the domain names (glossary); pages say them through @T.</summary>
public static class Labels
{
    public static string Vi(this ArticleKind kind) => kind switch
    {
        ArticleKind.News => "Tin",
        ArticleKind.Feature => "Bài",
        _ => "Phóng sự",
    };

    public static string Vi(this ReformModelKind kind) => kind switch
    {
        ReformModelKind.Model => "Mô hình",
        ReformModelKind.Initiative => "Sáng kiến",
        _ => "Cách làm hay",
    };

    public static string Vi(this PublicationKind kind) => kind switch
    {
        PublicationKind.Leaflet => "Tờ rơi",
        PublicationKind.Folder => "Tờ gấp",
        PublicationKind.Poster => "Áp phích",
        _ => "Sổ tay",
    };

    public static string Vi(this HotlineNeed need) => need switch
    {
        HotlineNeed.Emergency => "Khẩn cấp",
        HotlineNeed.Procedures => "Hỏi thủ tục, hồ sơ",
        HotlineNeed.Feedback => "Phản ánh, kiến nghị",
        _ => "Bảo vệ trẻ em, người yếu thế",
    };

    public static string Vi(this LegalDocumentKind kind) => kind switch
    {
        LegalDocumentKind.Law => "Luật",
        LegalDocumentKind.Resolution => "Nghị quyết",
        LegalDocumentKind.Decree => "Nghị định",
        LegalDocumentKind.Decision => "Quyết định",
        LegalDocumentKind.Directive => "Chỉ thị",
        LegalDocumentKind.Circular => "Thông tư",
        _ => "Kế hoạch",
    };

    public static string Vi(this EffectStatus status) => status switch
    {
        EffectStatus.InForce => "Còn hiệu lực",
        EffectStatus.Expired => "Hết hiệu lực",
        EffectStatus.PartlyAmended => "Đã sửa đổi một phần",
        _ => "Chưa kiểm chứng",
    };

    public static string Vi(this MovedKind kind) => kind switch
    {
        MovedKind.Matter => "Theo việc",
        MovedKind.Body => "Theo tên cơ quan cũ",
        _ => "Theo tên đất cũ",
    };

    public static string Vi(this LinkState state) => state switch
    {
        LinkState.Working => "Đang hoạt động",
        LinkState.Stopped => "Ngừng",
        _ => "Chưa kiểm tra được",
    };

    public static string Vi(this FeedbackKind kind) => kind switch
    {
        FeedbackKind.Report => "Phản ánh",
        FeedbackKind.Recommendation => "Kiến nghị",
        FeedbackKind.Idea => "Góp ý, hiến kế",
        FeedbackKind.Question => "Hỏi đáp",
        FeedbackKind.Praise => "Khen ngợi",
        FeedbackKind.AdministrativeComplaint => "Khiếu nại",
        FeedbackKind.Denunciation => "Tố cáo",
        FeedbackKind.OutOfScope => "Ngoài phạm vi",
        _ => "Thư rác",
    };

    public static string Vi(this FeedbackField field) => field switch
    {
        FeedbackField.OneStop => "Một cửa, tiếp nhận và trả kết quả",
        FeedbackField.OnlineService => "Dịch vụ công trực tuyến",
        FeedbackField.CivilStatus => "Tư pháp, hộ tịch, chứng thực",
        FeedbackField.Residence => "Cư trú, căn cước, định danh",
        FeedbackField.Land => "Đất đai",
        FeedbackField.Construction => "Xây dựng, đô thị",
        FeedbackField.Business => "Đăng ký kinh doanh, thuế hộ",
        FeedbackField.SocialPolicy => "Chính sách xã hội, y tế, giáo dục",
        FeedbackField.Tourism => "Du lịch, dịch vụ",
        FeedbackField.Transport => "Giao thông, phà, cảng",
        FeedbackField.Environment => "Môi trường, hạ tầng",
        FeedbackField.Security => "An ninh trật tự",
        FeedbackField.CivilServiceConduct => "Kỷ luật, thái độ công vụ",
        FeedbackField.Information => "Thông tin, cổng, truyền thanh",
        FeedbackField.ReformPolicy => "Quy định, sáng kiến cải cách",
        _ => "Khác hoặc không rõ",
    };

    public static string Vi(this FeedbackState state) => state switch
    {
        FeedbackState.InTriage => "Chờ phân loại",
        FeedbackState.Assigned => "Đang xử lý",
        FeedbackState.Waiting => "Chờ bổ sung",
        FeedbackState.Answered => "Đã trả lời",
        FeedbackState.Forwarded => "Đã chuyển",
        FeedbackState.Withdrawn => "Đã rút",
        _ => "Không tiếp nhận",
    };

    /// <summary>The same in the words of this body, where it has its own.</summary>
    public static string Vi(this FeedbackState state, SiteMap site) => OwnName(state, site) is { Name: not "" } own ? own.Name : state.Vi();

    /// <summary>For whoever follows a case, in their language.</summary>
    public static string Say(this FeedbackState state, SiteMap site, string culture, Translator words) =>
        OwnName(state, site) is not { Name: not "" } own ? words[state.Vi()] : culture == "en" && own.NameEn != "" ? own.NameEn : culture == "en" ? words[state.Vi()] : own.Name;

    private static StateName? OwnName(FeedbackState state, SiteMap site) => site.Profile.States.Find(name => name.State == state.ToString());

    public static string Vi(this IntakeChannel channel) => channel switch
    {
        IntakeChannel.Web => "trang web",
        IntakeChannel.Phone => "điện thoại",
        IntakeChannel.Hotline1022 => "tổng đài 1022",
        IntakeChannel.Counter => "tại quầy",
        IntakeChannel.Post => "bưu chính",
        IntakeChannel.Email => "thư điện tử",
        _ => "nhập hộ",
    };

    public static string Vi(this MistakeKind kind) => kind switch
    {
        MistakeKind.Wrong => "Thông tin sai hoặc đã cũ",
        MistakeKind.NumberDead => "Số điện thoại không gọi được",
        MistakeKind.LinkBroken => "Liên kết hỏng",
        MistakeKind.Unclear => "Đọc không hiểu",
        _ => "Điều khác",
    };

    public static string Vi(this NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Info => "Thông tin",
        NoticeSeverity.Note => "Lưu ý",
        _ => "Khẩn",
    };

    /// <summary>What stands in front of a notice, and what it is called to those who hear the page.</summary>
    public static string Label(this Notice notice) => notice.Kind switch
    {
        NoticeKind.Storm => "Tình huống khẩn cấp",
        NoticeKind.Maintenance => "Bảo trì",
        _ => notice.Severity == NoticeSeverity.Urgent ? "Khẩn" : "Thông báo",
    };

    /// <summary>The class that colours a notice.</summary>
    public static string? Look(this Notice notice) => notice.Kind == NoticeKind.Storm ? "storm" : notice.Severity switch
    {
        NoticeSeverity.Info => "calm",
        NoticeSeverity.Note => null,
        _ => "grave",
    };

    public static string Vi(this AboutPost post) => post switch
    {
        AboutPost.Unit => "Cả đơn vị",
        AboutPost.Head => "Người đứng đầu",
        _ => "Một cán bộ",
    };

    /// <summary>Who said whom a case is about; for the desk.</summary>
    public static string Said(this AboutSource source) => source switch
    {
        AboutSource.Sender => "Người gửi nói",
        AboutSource.Officer => "Cán bộ ghi",
        _ => "Máy gợi ý từ nội dung",
    };

    public static string Vi(this Role role) => role switch
    {
        Role.Contributor => "Cộng tác viên",
        Role.Editor => "Biên tập",
        Role.Publisher => "Duyệt đăng",
        Role.IntakeOfficer => "Cán bộ đầu mối",
        Role.UnitHandler => "Xử lý của đơn vị",
        Role.UnitHead => "Thủ trưởng",
        Role.SealedOfficer => "Phụ trách kho kín",
        Role.Observer => "Giám sát",
        Role.Auditor => "Kiểm tra",
        _ => "Quản trị",
    };

    public static string Vi(this ExtensionGround ground) => ground switch
    {
        ExtensionGround.OnSite => "Chờ đo đạc, kiểm tra tại chỗ",
        ExtensionGround.OtherBody => "Chờ cơ quan khác trả lời",
        ExtensionGround.Papers => "Chờ tìm, đối chiếu giấy tờ",
        ExtensionGround.Complex => "Việc có nhiều nội dung, nhiều người",
        ExtensionGround.Weather => "Thời tiết, tàu phà",
        _ => "Lý do khác",
    };
}
