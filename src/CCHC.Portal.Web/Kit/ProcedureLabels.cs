using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>The Vietnamese words for the choices of a procedure (glossary 2); pages say them through @T.</summary>
public static class ProcedureLabels
{
    public static string Vi(this ProcedureField field) => field switch
    {
        ProcedureField.CivilStatus => "Hộ tịch",
        ProcedureField.Certification => "Chứng thực",
        ProcedureField.Residence => "Cư trú, căn cước",
        ProcedureField.Land => "Đất đai",
        ProcedureField.Construction => "Xây dựng, đô thị",
        ProcedureField.Business => "Hộ kinh doanh",
        ProcedureField.SocialPolicy => "Chính sách xã hội, người có công",
        ProcedureField.Education => "Giáo dục",
        ProcedureField.Health => "Y tế, bảo hiểm y tế",
        ProcedureField.Culture => "Văn hóa, du lịch",
        ProcedureField.Agriculture => "Nông nghiệp, biển đảo",
        ProcedureField.Environment => "Môi trường",
        ProcedureField.Transport => "Giao thông",
        ProcedureField.Petitions => "Tiếp công dân, đơn thư",
        _ => "Lĩnh vực khác",
    };

    public static string Vi(this ProcedureLevel level) => level switch
    {
        ProcedureLevel.Commune => "Cấp xã",
        ProcedureLevel.City => "Cấp thành phố",
        _ => "Trung ương",
    };

    public static string Vi(this DeliveryMode mode) => mode switch
    {
        DeliveryMode.Counter => "Tại quầy",
        DeliveryMode.Online => "Trực tuyến",
        _ => "Qua bưu chính",
    };

    public static string Vi(this TimeUnit unit) => unit switch
    {
        TimeUnit.SameDay => "Trong ngày",
        TimeUnit.Hours => "giờ làm việc",
        TimeUnit.WorkingDays => "ngày làm việc",
        _ => "ngày",
    };

    public static string Vi(this FeeKind kind) => kind == FeeKind.Levy ? "Lệ phí" : "Phí";

    public static string Vi(this OnlineServiceLevel level) => level switch
    {
        OnlineServiceLevel.Full => "Toàn trình",
        OnlineServiceLevel.Partial => "Một phần",
        _ => "Chưa nộp trực tuyến",
    };

    public static string Vi(this ProcedureChangeKind kind) => kind switch
    {
        ProcedureChangeKind.Standing => "Đang áp dụng",
        ProcedureChangeKind.New => "Mới ban hành",
        ProcedureChangeKind.Amended => "Sửa đổi, bổ sung",
        ProcedureChangeKind.Replaced => "Bị thay thế",
        _ => "Bị bãi bỏ",
    };
}
