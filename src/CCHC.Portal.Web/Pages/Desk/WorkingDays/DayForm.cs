using System.Globalization;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.WorkingDays;

/// <summary>A day of the calendar as it is typed.</summary>
public sealed class DayForm
{
    public const string Dates = "yyyy-MM-dd", Times = "HH:mm";

    public string? Date { get; set; }
    public string? Kind { get; set; } = nameof(CalendarDayKind.Holiday);
    public string? Name { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Source { get; set; }
    public bool Confirmed { get; set; }
    public string? Why { get; set; }

    public static DayForm Of(CalendarDay day) => new()
    {
        Date = day.Date.ToString(Dates, CultureInfo.InvariantCulture),
        Kind = day.Kind.ToString(),
        Name = day.Name,
        From = day.OpensAt?.ToString(Times, CultureInfo.InvariantCulture),
        To = day.ClosesAt?.ToString(Times, CultureInfo.InvariantCulture),
        Source = day.Source,
        Confirmed = day.IsConfirmed,
    };

    /// <summary>The day; null with problems.</summary>
    public CalendarDay? Read(List<Problem> problems)
    {
        (Name, Source, Why) = (VietnameseText.CleanLine(Name), VietnameseText.CleanLine(Source), VietnameseText.CleanLine(Why));
        var kind = Enum.TryParse<CalendarDayKind>(Kind, out var chosen) && Enum.IsDefined(chosen) ? chosen : (CalendarDayKind?)null;
        if (!DateOnly.TryParseExact(Date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2020 or > 2099)
        {
            problems.Add(new Problem("Date", "Hãy chọn ngày, từ năm 2020 đến 2099."));
        }
        if (kind is null)
        {
            problems.Add(new Problem("Kind", "Hãy chọn loại ngày."));
        }
        if (Name is not { Length: > 0 and <= 120 } && kind != CalendarDayKind.Ordinary)
        {
            problems.Add(new Problem("Name", "Hãy đặt tên ngày, không quá 120 ký tự."));
        }
        if (Source is not { Length: > 0 and <= 200 })
        {
            problems.Add(new Problem("Source", "Hãy ghi căn cứ, không quá 200 ký tự."));
        }
        if (Why is not { Length: > 0 and <= 300 })
        {
            problems.Add(new Problem("Why", "Hãy ghi vì sao thay đổi, không quá 300 ký tự."));
        }
        var (opens, closes) = (Time(From, "From", problems), Time(To, "To", problems));
        CheckPart(kind, opens, closes, problems);
        return problems.Count > 0 ? null : new CalendarDay { Date = date, Kind = kind!.Value, Name = Name ?? "", Source = Source!, IsConfirmed = Confirmed, OpensAt = opens, ClosesAt = closes };
    }

    private static void CheckPart(CalendarDayKind? kind, TimeOnly? opens, TimeOnly? closes, List<Problem> problems)
    {
        if (opens >= closes)
        {
            problems.Add(new Problem("To", "Giờ kết thúc phải sau giờ bắt đầu."));
        }
        if (kind == CalendarDayKind.ShortDay && opens is null && closes is null)
        {
            problems.Add(new Problem("From", "Làm một phần ngày: hãy ghi làm từ mấy giờ hoặc đến mấy giờ."));
        }
        if (kind is CalendarDayKind.Holiday or CalendarDayKind.LieuOff or CalendarDayKind.Ordinary && (opens ?? closes) is not null)
        {
            problems.Add(new Problem("From", "Chỉ ngày làm bù hoặc làm một phần mới có giờ."));
        }
    }

    private static TimeOnly? Time(string? typed, string field, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (TimeOnly.TryParseExact(typed, [Times, "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }
        problems.Add(new Problem(field, "Giờ ghi dạng 07:30."));
        return null;
    }
}
