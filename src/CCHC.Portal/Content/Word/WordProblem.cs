namespace CCHC.Portal.Content.Word;

/// <summary>Why a file cannot be imported as a Word document.</summary>
public enum WordProblem { None, Empty, TooLarge, NotWord, LegacyDoc, Encrypted, Broken, Bomb, Hostile, TooLong, TooSlow }

public static class WordProblemExtensions
{
    /// <summary>What to tell the editor, and what to do instead.</summary>
    public static string Vi(this WordProblem problem) => problem switch
    {
        WordProblem.Empty => "Tệp rỗng. Hãy chọn lại tệp.",
        WordProblem.TooLarge => "Tệp lớn quá 20 MB. Hãy nén ảnh trong Word (Định dạng ảnh → Nén ảnh) rồi thử lại.",
        WordProblem.LegacyDoc => "Đây là tệp .doc kiểu cũ (trước năm 2007). Hãy mở bằng Word hoặc LibreOffice, chọn Lưu thành, kiểu .docx, rồi nhập lại.",
        WordProblem.Encrypted => "Tệp có mật khẩu nên cổng không đọc được. Hãy mở trong Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu), lưu lại rồi nhập.",
        WordProblem.Broken => "Tệp hỏng hoặc tải lên chưa trọn. Hãy mở thử bằng Word, lưu lại rồi nhập.",
        WordProblem.Bomb => "Tệp nén quá nhiều dữ liệu, cổng không mở để giữ an toàn. Hãy chép nội dung sang một tài liệu mới rồi nhập.",
        WordProblem.Hostile => "Tệp có phần không được phép trong tài liệu Word (khai báo thực thể). Cổng không mở tệp này.",
        WordProblem.TooLong => "Tài liệu dài quá 100.000 ký tự. Hãy chia thành nhiều bài, hoặc đính kèm tệp gốc và viết bài tóm tắt.",
        WordProblem.TooSlow => "Tài liệu quá phức tạp, đọc quá lâu nên cổng đã dừng. Hãy chia nhỏ tài liệu rồi nhập.",
        _ => "Đây không phải tệp Word (.docx). Cổng chỉ nhập được tệp .docx.",
    };
}

/// <summary>That a file cannot be read on, with the reason.</summary>
internal sealed class WordException(WordProblem problem) : Exception(problem.ToString())
{
    public WordProblem Problem { get; } = problem;
}
