using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.SelfCheck;

/// <summary>Eight questions about one's own safety and advice by answer. Nothing is kept: no cookie, no address with answers in it, no row.</summary>
[NeverCached, IgnoreAntiforgeryToken]
public sealed class IndexModel(Translator t) : PageModel
{
    /// <summary>The answers as sent, in the order of the questions.</summary>
    public IReadOnlyList<string> Answers { get; private set; } = [];

    public bool IsAnswered { get; private set; }

    /// <summary>What to do, the most dangerous first: the questions stand in that order.</summary>
    public IReadOnlyList<SelfCheckQuestion> Advice => [.. Questions.Where((question, at) => Answers[at] != question.Safe)];

    public IReadOnlyList<SelfCheckQuestion> Kept => [.. Questions.Where((question, at) => Answers[at] == question.Safe)];

    public int Safe => Questions.Count - Advice.Count;

    public IReadOnlyList<SelfCheckQuestion> Questions { get; } =
    [
        new(t["Bạn có từng đọc mã xác thực trong tin nhắn cho người khác nghe không?"], "khong",
            t["Không bao giờ đọc mã cho ai"], t["Mã chỉ để chính bạn nhập. Ai biết mã là vào được tài khoản của bạn, kể cả người xưng công an hay ngân hàng. Đã lỡ đọc thì đổi mật khẩu ngay và báo ngân hàng."], t["Bạn không đọc mã xác thực cho ai."]),
        new(t["Bạn có bấm vào đường dẫn trong tin nhắn để vào dịch vụ công hoặc ngân hàng không?"], "khong",
            t["Tự gõ địa chỉ, không bấm đường dẫn"], t["Trang của cơ quan nhà nước có địa chỉ kết thúc bằng .gov.vn. Mở từ trang Liên kết của cổng này, hoặc lưu sẵn địa chỉ trong máy."], t["Bạn không bấm đường dẫn trong tin nhắn để vào dịch vụ công hay ngân hàng."]),
        new(t["Bạn chỉ cài ứng dụng từ kho ứng dụng của điện thoại?"], "co",
            t["Gỡ ứng dụng cài từ đường dẫn, từ tệp"], t["Ứng dụng giả VNeID đọc được tin nhắn và mã của bạn. Chỉ tìm và cài từ kho ứng dụng chính thức."], t["Bạn chỉ cài ứng dụng từ kho ứng dụng."]),
        new(t["Bạn có dùng một mật khẩu cho nhiều nơi không?"], "khong",
            t["Mỗi nơi một mật khẩu riêng"], t["Lộ một nơi là mất mọi nơi. Đổi trước ở thư điện tử, ngân hàng và VNeID; không dùng ngày sinh, biển số xe."], t["Bạn dùng mật khẩu riêng cho từng nơi."]),
        new(t["Điện thoại của bạn có khóa màn hình không?"], "co",
            t["Đặt khóa màn hình"], t["Mất máy không khóa là mất cả tài khoản trong máy. Đặt mã, vân tay hoặc khuôn mặt ngay hôm nay."], t["Điện thoại của bạn có khóa màn hình."]),
        new(t["Bạn có cho người khác mượn tài khoản hoặc giữ hộ mật khẩu không?"], "khong",
            t["Tự giữ tài khoản của mình"], t["Con cháu, cán bộ có thể ngồi cạnh chỉ cách bấm, nhưng mật khẩu do bạn giữ. Việc làm bằng tài khoản của bạn được coi là bạn làm."], t["Bạn tự giữ tài khoản và mật khẩu của mình."]),
        new(t["Trước khi gửi ảnh giấy tờ, bạn có che chỗ không cần thiết không?"], "co",
            t["Che giấy tờ trước khi gửi"], t["Che số căn cước, số điện thoại, biển số xe và khuôn mặt người khác nếu nơi nhận không cần. Không gửi ảnh căn cước qua mạng xã hội."], t["Bạn che chỗ không cần thiết trước khi gửi ảnh giấy tờ."]),
        new(t["Dùng máy chung xong, bạn có đăng xuất và xóa tệp đã tải không?"], "co",
            t["Đăng xuất, xóa tệp trên máy chung"], t["Người dùng sau mở được tài khoản và giấy tờ của bạn. Bấm Đăng xuất, rồi xóa tệp trong mục Tải xuống."], t["Bạn đăng xuất và xóa tệp đã tải sau khi dùng máy chung."]),
    ];

    public void OnGet() => Answers = [.. Questions.Select(_ => "")];

    public IActionResult OnPost()
    {
        // Read from the form alone: an address with answers in it would be kept by browsers and logs.
        var sent = Request.HasFormContentType ? Request.Form : FormCollection.Empty;
        Answers = [.. Questions.Select((_, at) => sent["C" + (at + 1)].ToString()).Select(said => said is "co" or "khong" or "chua-ro" ? said : "")];
        foreach (var (_, at) in Answers.Select((said, at) => (said, at)).Where(pair => pair.said == ""))
        {
            ModelState.AddModelError("C" + (at + 1), t["Hãy trả lời câu {0}", at + 1]);
        }
        IsAnswered = ModelState.IsValid;
        return IsAnswered ? Page() : this.Invalid();
    }
}

/// <summary>A question, the answer that is safe, what to do and why where another was given, and what is said of whoever does right.</summary>
public sealed record SelfCheckQuestion(string Ask, string Safe, string Do, string Why, string Kept);
