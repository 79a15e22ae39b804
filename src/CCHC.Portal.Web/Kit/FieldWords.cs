using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Kit;

/// <summary>The Vietnamese words for any choice an editor meets in a form.</summary>
public static class FieldWords
{
    public static string Of(object choice) => choice switch
    {
        JourneyPage page => ContentTypes.Get(new JourneyStep { Type = page }.TypeKey).Vi,
        ArticleKind kind => kind.Vi(),
        ReformModelKind kind => kind.Vi(),
        PublicationKind kind => kind.Vi(),
        HotlineNeed need => need.Vi(),
        LegalDocumentKind kind => kind.Vi(),
        EffectStatus status => status.Vi(),
        LinkState state => state.Vi(),
        LinkGroup.National => "Quốc gia",
        LinkGroup.City => "Thành phố",
        LinkGroup.Tool => "Công cụ",
        LinkGroup.Source => "Nguồn tin",
        Confidence.Read => "Đã đọc bản công khai",
        Confidence.SecondHand => "Biết qua nguồn khác",
        ReformPillar.Institutions => "Cải cách thể chế",
        ReformPillar.Procedures => "Cải cách thủ tục hành chính",
        ReformPillar.Apparatus => "Cải cách tổ chức bộ máy",
        ReformPillar.CivilService => "Cải cách chế độ công vụ",
        ReformPillar.PublicFinance => "Cải cách tài chính công",
        ReformPillar.DigitalGovernment => "Xây dựng chính quyền số",
        ReformPillar.Direction => "Chỉ đạo, điều hành",
        ProcedureField field => field.Vi(),
        ProcedureLevel level => level.Vi(),
        DeliveryMode mode => mode.Vi(),
        TimeUnit unit => unit.Vi(),
        FeeKind kind => kind.Vi(),
        OnlineServiceLevel level => level.Vi(),
        ProcedureChangeKind kind => kind.Vi(),
        IndicatorLevel level => level.Vi(),
        DisclosureKind kind => kind.Vi(),
        Weekday day => VietnamTime.NameOf((DayOfWeek)day),
        _ => choice.ToString() ?? "",
    };
}
