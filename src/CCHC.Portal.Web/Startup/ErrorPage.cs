using System.Text;
using System.Text.Encodings.Web;

namespace CCHC.Portal.Web.Startup;

/// <summary>A page for when the ordinary way of making pages may be broken too: no database, no Razor, still in the site's look.</summary>
public static class ErrorPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static Task Write(HttpContext context, int status, IReadOnlyList<string>? typed)
    {
        var (title, words) = Say(status);
        return Write(context, status.ToString(System.Globalization.CultureInfo.InvariantCulture), title, words, typed);
    }

    public static Task WriteExpired(HttpContext context, IReadOnlyList<string> typed) => Write(context, "",
        "Phiên đã hết hạn", "Trang đã mở quá lâu nên biểu mẫu không còn hiệu lực. Hãy mở lại trang trước, dán phần đã viết vào và gửi lại.", typed);

    public static Task WriteSameMoment(HttpContext context, IReadOnlyList<string>? typed) => Write(context, "409",
        "Việc này vừa được làm ở một lần bấm khác", "Có thể nút đã được bấm hai lần, hoặc đồng nghiệp vừa làm đúng việc này cùng lúc. Lần kia đã được lưu, lần này thì chưa. Hãy mở lại trang vừa làm, xem bản đã lưu rồi làm tiếp.", typed);

    private static async Task Write(HttpContext context, string code, string title, string words, IReadOnlyList<string>? typed)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var html = new StringBuilder();
        var site = context.Site();
        var assets = context.RequestServices.GetRequiredService<Assets>();
        html.Append("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>")
            .Append(title).Append("</title>");
        if (site is not null)
        {
            html.Append("<link rel=\"stylesheet\" href=\"").Append(assets[site.Profile.Theme + ".css"]).Append("\">");
        }
        html.Append("</head><body data-size=\"md\"><div class=\"band\" aria-hidden=\"true\"></div><main class=\"err-page\"><div class=\"sky\"><div class=\"wrap\"><p class=\"err-code num\">")
            .Append(code).Append("</p><h1>").Append(title).Append("</h1><p class=\"lead\">").Append(words)
            .Append("</p><p>").Append(Call(site?.Profile.Phone)).Append("<a href=\"/\">Về trang chủ</a></p>");
        if (typed is { Count: > 0 })
        {
            html.Append("<h2>Phần bạn vừa viết</h2><p>Nội dung dưới đây <strong>chưa được gửi</strong>. Hãy chép lại để gửi sau.</p>");
            foreach (var text in typed)
            {
                html.Append("<div class=\"box\"><p>").Append(Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p></div>");
            }
        }
        html.Append("</div></div></main></body></html>");
        await context.Response.WriteAsync(html.ToString());
    }

    private static string Call(string? phone) => string.IsNullOrEmpty(phone)
        ? ""
        : $"Cần giúp ngay, hãy gọi <a href=\"tel:{string.Concat(phone.Where(char.IsAsciiDigit))}\">{Encoder.Encode(phone)}</a>. ";

    public static IReadOnlyList<string> TypedIn(IFormCollection form) =>
        [.. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)
                && !field.Key.Contains("Password", StringComparison.OrdinalIgnoreCase)
                && field.Key is not ("altcha" or "Files" or "Key" or "Step" or "Secret"))
            .Select(field => field.Value.ToString()).Where(text => text.Length > 3)];

    public static (string Title, string Words) Say(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("Yêu cầu chưa đúng", "Trình duyệt gửi một yêu cầu mà cổng không hiểu. Hãy quay lại trang trước và thử lại."),
        StatusCodes.Status403Forbidden => ("Bạn không có quyền xem trang này", "Nếu đây là việc của bạn, hãy nhờ người quản trị của đơn vị kiểm tra vai trò."),
        StatusCodes.Status404NotFound => ("Không tìm thấy trang này", "Trang có thể đã đổi địa chỉ, hoặc đường dẫn gõ thiếu. Bạn thử tìm bằng vài từ."),
        StatusCodes.Status405MethodNotAllowed => ("Yêu cầu chưa đúng", "Trang này không nhận kiểu yêu cầu đó. Hãy mở lại từ trang chủ."),
        StatusCodes.Status409Conflict => ("Có người vừa sửa mục này", "Nội dung đã thay đổi trong lúc bạn làm. Hãy mở lại mục để xem bản mới rồi làm tiếp."),
        StatusCodes.Status410Gone => ("Trang này đã được gỡ", "Nội dung không còn được công bố."),
        StatusCodes.Status413PayloadTooLarge => ("Tệp gửi lên quá lớn", "Mỗi tệp không quá 15 MB, phim và ghi âm 40 MB, cả biểu mẫu 45 MB. Hãy quay lại và chọn tệp nhỏ hơn; phần chữ đã viết vẫn còn trong biểu mẫu."),
        StatusCodes.Status429TooManyRequests => ("Bạn thao tác hơi nhanh", "Hãy chờ vài phút rồi thử lại."),
        StatusCodes.Status503ServiceUnavailable => ("Cổng tạm thời chưa nhận được", "Hệ thống đang gặp trục trặc nên chưa lưu được gì. Hãy thử lại sau ít phút."),
        _ => ("Cổng gặp trục trặc", "Lỗi đã được ghi lại. Hãy thử lại sau ít phút."),
    };
}
