using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A number a citizen can call, and when somebody answers it.</summary>
[ContentType("hotline", "duong-day-nong", "Đường dây nóng", "Hotline", ListOnly = true, CheckEveryMonths = 6, Sought = 112)]
public sealed record Hotline : ContentBody
{
    [Field("Số điện thoại", "Phone number", Order = 1), Required(ErrorMessage = "Hãy nhập số điện thoại."), RegularExpression(@"^[0-9+. ]{3,20}$", ErrorMessage = "Số điện thoại chỉ gồm chữ số, dấu chấm, dấu cách hoặc dấu +.")]
    public string Phone { get; init; } = "";

    [Field("Giờ trực", "Hours", Order = 2, Example = "24 giờ, tất cả các ngày"), Required(ErrorMessage = "Hãy nhập giờ trực."), StringLength(120, ErrorMessage = "Giờ trực dài quá 120 ký tự.")]
    public string Hours { get; init; } = "";

    [Field("Cơ quan", "Agency", Order = 3), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")]
    public string? Agency { get; init; }

    [Field("Khi cần", "Need", Order = 4)]
    public HotlineNeed Need { get; init; }

    [Field("Hiện ở đầu mọi trang", "Shown in the page header", Order = 5)]
    public bool Header { get; init; }

    [Field("Thứ tự", "Order", Order = 6), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    [Field("Ngày xác nhận gần nhất", "Last confirmed", Order = 7)]
    public DateOnly? Confirmed { get; init; }

    public override IEnumerable<string> AlsoCalled() => Agency is null ? OtherNames : [Agency, .. OtherNames];

    /// <summary>The number for a tel: link: mobile and land lines with +84, short numbers as they are.</summary>
    public string Dial => DialOf(Phone);

    /// <summary>The same for any number.</summary>
    public static string DialOf(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length >= 9 && digits[0] == '0' ? "+84" + digits[1..] : digits;
    }

    public override IEnumerable<string?> Words() => [Phone, Hours, Agency, .. OtherNames];

    public override IEnumerable<string> Exact() => [Phone];
}

public enum HotlineNeed { Emergency, Procedures, Feedback, Protection }
