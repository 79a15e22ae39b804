using CCHC.Portal.Sites;
using CCHC.Portal.Time;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    public static Site Site(string key = "cat-hai") => new()
    {
        Key = key,
        Profile = new SiteProfile
        {
            Name = "Đặc khu Cát Hải",
            Body = "Ủy ban nhân dân đặc khu Cát Hải",
            BodyEn = "People's Committee of Cát Hải",
            BaseUrl = $"https://{key}.example",
            Hosts = [key + ".localhost"],
            Cultures = ["vi", "en"],
            Theme = "cat-hai",
            RootUnit = "UBND",
            Hours = [.. OfficeHours()],
        },
    };

    public static List<Unit> Units()
    {
        var root = new Unit { Code = "UBND", Name = "Lãnh đạo UBND" };
        var economy = new Unit { Code = "KT", Name = "Phòng Kinh tế", ParentId = root.Id };
        return
        [
            root, economy,
            new Unit { Code = "KT-1", Name = "Tổ Địa chính", ParentId = economy.Id },
            new Unit { Code = "VP", Name = "Văn phòng", ParentId = root.Id },
            new Unit { Code = "CA", Name = "Công an đặc khu", Kind = UnitKind.Peer },
            new Unit { Code = "TRIAGE", Name = "Hàng chờ phân loại", Kind = UnitKind.Queue },
            new Unit { Code = "X-PHA", Name = "Đơn vị khai thác bến phà", Kind = UnitKind.External },
        ];
    }

    public static SiteMap SiteMap(IReadOnlyCollection<Unit>? units = null, params CalendarDay[] days) => new(Site(), units ?? Units(), days);

    private static IEnumerable<OpeningHours> OfficeHours() =>
        from day in new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
        from span in new[] { (new TimeOnly(7, 30), new TimeOnly(11, 30)), (new TimeOnly(13, 0), new TimeOnly(17, 0)) }
        select new OpeningHours(day, span.Item1, span.Item2);
}
