using CCHC.Portal.People;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Pages.Desk.Audit;

/// <summary>Which lines of the record of deeds are asked for: from which day to which, what was done, by whom.</summary>
public sealed record AuditFilter(DateOnly? From, DateOnly? To, string What, Guid? Person)
{
    public const string Path = "/quan-tri/nhat-ky";

    public static AuditFilter Of(IQueryCollection query) => new(
        Day(query["tu"]), Day(query["den"]),
        AuditWords.All.ContainsKey(query["viec"].ToString()) ? query["viec"].ToString() : "",
        Guid.TryParse(query["nguoi"], out var person) ? person : null);

    public bool IsNarrow => this != new AuditFilter(null, null, "", null);

    /// <summary>The same lines at another page of the desk.</summary>
    public string Address(string path) => path + QueryString.Create(new Dictionary<string, string?>
    {
        ["tu"] = From?.ToString("yyyy-MM-dd"),
        ["den"] = To?.ToString("yyyy-MM-dd"),
        ["viec"] = What,
        ["nguoi"] = Person?.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public IQueryable<AuditEntry> In(IQueryable<AuditEntry> entries)
    {
        if (From is { } from)
        {
            var since = VietnamTime.At(from, TimeOnly.MinValue);
            entries = entries.Where(entry => entry.At >= since);
        }
        if (To is { } to)
        {
            var until = VietnamTime.At(to.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(entry => entry.At < until);
        }
        entries = What == "" ? entries : entries.Where(entry => entry.What == What);
        return Person is { } person ? entries.Where(entry => entry.PersonId == person) : entries;
    }

    // The last day of the calendar has none after it.
    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && day.Year is > 2000 and < 3000 ? day : null;
}
