using System.ComponentModel.DataAnnotations;
using CCHC.Portal.Time;

namespace CCHC.Portal.Content.Types;

/// <summary>A place where residents hand in papers and fetch results, with its hours and counters.</summary>
[ContentType("oneStopSite", "mot-cua", "Bộ phận Một cửa", "One-stop desk", Folder = "one-stop", CheckEveryMonths = 6, Sought = 112)]
public sealed record OneStopSite : ContentBody
{
    [Field("Địa chỉ", "Address", Order = 1), Required(ErrorMessage = "Hãy nhập địa chỉ."), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string Address { get; init; } = "";

    [Field("Điện thoại", "Phone", Order = 2), StringLength(40, ErrorMessage = "Dài quá 40 ký tự.")]
    public string? Phone { get; init; }

    [Field("Giờ làm việc", "Hours", Input = FieldInput.Rows, Order = 3)]
    public List<OpeningSpan> Hours { get; init; } = [];

    [Field("Các quầy", "Counters", Input = FieldInput.Rows, Order = 4)]
    public List<Counter> Counters { get; init; } = [];

    [Field("Lưu ý phà, thời tiết", "Ferry and weather note", Order = 5), StringLength(400, ErrorMessage = "Dài quá 400 ký tự.")]
    public string? FerryNote { get; init; }

    [Field("Thứ tự", "Order", Order = 6), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    /// <summary>The hours, a day a row, as the calendar counts them.</summary>
    public IReadOnlyCollection<OpeningHours> Week() => OpeningSpan.Spread(Hours);

    public override IEnumerable<string?> Words() => [Address, Phone, FerryNote, .. Counters.SelectMany(counter => new[] { counter.Name, counter.Does })];
}

/// <summary>Hours that are the same on several days of the week.</summary>
public sealed record OpeningSpan
{
    [Field("Các ngày", "Days", Order = 1)] public List<Weekday> Days { get; init; } = [];
    [Field("Từ", "From", Order = 2)] public TimeOnly From { get; init; }
    [Field("Đến", "To", Order = 3)] public TimeOnly To { get; init; }

    public static IReadOnlyCollection<OpeningHours> Spread(IEnumerable<OpeningSpan> spans) =>
        [.. spans.SelectMany(span => span.Days.Select(day => new OpeningHours((DayOfWeek)day, span.From, span.To)))
            .OrderBy(hours => ((int)hours.Day + 6) % 7).ThenBy(hours => hours.From)];
}

/// <summary>A counter and what is done at it.</summary>
public sealed record Counter
{
    [Field("Quầy", "Counter", Order = 1), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")] public string Name { get; init; } = "";
    [Field("Làm việc gì", "What it does", Order = 2), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")] public string Does { get; init; } = "";
    [Field("Nhận lĩnh vực nào", "Fields", Order = 3)] public List<ProcedureField> Fields { get; init; } = [];
}

public enum Weekday { Sun, Mon, Tue, Wed, Thu, Fri, Sat }
