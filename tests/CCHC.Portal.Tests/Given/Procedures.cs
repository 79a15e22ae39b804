using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A procedure with nothing missing.</summary>
    public static Procedure Procedure(string code = "1.004222") => new()
    {
        Code = code,
        Who = "Mọi người.",
        Authority = "Ủy ban nhân dân đặc khu",
        SettledBy = "Văn phòng",
        ReceivedAt = ["Bộ phận Một cửa"],
        Steps = [new ProcedureStep { Title = "Nộp hồ sơ", Text = "Tại quầy." }],
        Papers = [new RequiredDocument { Name = "Tờ khai", Originals = 1 }],
        Times = [new ProcessingTime { Amount = 3, Unit = TimeUnit.WorkingDays }],
        Fees = [new Fee { Name = "Mỗi việc", Amount = 8_000 }],
        Results = ["Giấy chứng nhận"],
        LegalBasis = ["Nghị định 118/2025/NĐ-CP"],
        PromulgatedBy = "Quyết định 1/QĐ-UBND",
    };
}
