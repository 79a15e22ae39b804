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

    [Field("Địa chỉ", "Address", Order = 8), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string? Address { get; init; }

    [Field("Thư điện tử", "E-mail", Order = 9), StringLength(200, ErrorMessage = "Dài quá 200 ký tự."), RegularExpression(@"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$", ErrorMessage = "Thư điện tử ghi dạng ten@co-quan.vn.")]
    public string? Email { get; init; }

    [Field("Lịch trực", "Duty roster", Input = FieldInput.Rows, Order = 10)]
    public List<DutySpan> Duty { get; init; } = [];

    /// <summary>Who is on duty on this day; the later row when two say so.</summary>
    public DutySpan? OnDuty(DateOnly today) => Duty.LastOrDefault(span => span.From <= today && today <= span.To);

    /// <summary>The next day on which somebody else is on duty, or nobody any more; null when nothing changes.</summary>
    public DateOnly? NextDuty(DateOnly today) =>
        Duty.SelectMany(span => new[] { span.From, span.To.AddDays(1) }).Where(day => day > today).Order().Select(day => (DateOnly?)day).FirstOrDefault();

    public override IEnumerable<string> Problems() => Duty.SelectMany((span, at) => span.Problems($"Lịch trực, dòng {at + 1}"));

    public override IEnumerable<string> AlsoCalled() => Agency is null ? OtherNames : [Agency, .. OtherNames];

    /// <summary>The number for a tel: link: mobile and land lines with +84, short numbers as they are.</summary>
    public string Dial => DialOf(Phone);

    /// <summary>The same for any number.</summary>
    public static string DialOf(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length >= 9 && digits[0] == '0' ? "+84" + digits[1..] : digits;
    }

    public override IEnumerable<string?> Words() => [Phone, Hours, Agency, Address, Email, .. OtherNames];

    public override IEnumerable<string> Exact() => [Phone];
}

/// <summary>Who answers from one day to another, both included.</summary>
public sealed record DutySpan
{
    [Field("Từ ngày", "From", Order = 1)] public DateOnly From { get; init; }
    [Field("Đến hết ngày", "To", Order = 2)] public DateOnly To { get; init; }
    [Field("Người trực", "On duty", Order = 3), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")] public string Name { get; init; } = "";
    [Field("Số điện thoại", "Phone", Order = 4), RegularExpression(@"^[0-9+. ]{3,20}$", ErrorMessage = "Số điện thoại chỉ gồm chữ số, dấu chấm, dấu cách hoặc dấu +.")] public string? Phone { get; init; }

    internal IEnumerable<string> Problems(string where)
    {
        if (From == default || To == default)
        {
            yield return $"{where}: hãy chọn cả hai ngày.";
        }
        else if (To < From)
        {
            yield return $"{where}: ngày hết phải từ ngày bắt đầu trở đi.";
        }
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return $"{where}: chưa ghi người trực.";
        }
    }
}

public enum HotlineNeed { Emergency, Procedures, Feedback, Protection }
