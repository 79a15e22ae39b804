using CCHC.Portal.Content;
using CCHC.Portal.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace CCHC.Portal.Web.Pages.Public.Search;

/// <summary>How an answer is narrowed and ordered, as its address says it.</summary>
public sealed record Narrowed(string? Type, string? Topic, string? Field, string? Unit, int? Year, bool Newest)
{
    private const int LongestKey = 60, FirstYear = 1900, LastYear = 2200;
    public const string NewestFirst = "moi";

    public bool IsAny => Type is not null || Topic is not null || Field is not null || Unit is not null || Year is not null;

    public static Narrowed From(IQueryCollection address) => new(
        ContentTypes.Find(One(address, "loai"))?.Key ?? (One(address, "loai") == CCHC.Portal.Cases.AnswerSearch.Type ? CCHC.Portal.Cases.AnswerSearch.Type : null),
        One(address, "chu-de"), One(address, "linh-vuc"), One(address, "don-vi"),
        int.TryParse(One(address, "nam"), out var year) && year is >= FirstYear and <= LastYear ? year : null, One(address, "xep") == NewestFirst);

    public SearchQuery Ask(string text, string culture, int page, int size) =>
        new(text, culture, page, size, Type, Topic, Year) { Field = Field, Unit = Unit, Newest = Newest };

    public string AddressOf(string page, string query) => QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
    {
        ["q"] = query,
        ["loai"] = Type,
        ["chu-de"] = Topic,
        ["linh-vuc"] = Field,
        ["don-vi"] = Unit,
        ["nam"] = Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["xep"] = Newest ? NewestFirst : null,
    }.Where(pair => pair.Value is not null));

    private static string? One(IQueryCollection address, string key) => address[key] is [{ Length: > 0 and <= LongestKey } value, ..] ? value : null;
}

/// <summary>A filter of the search as the page shows it: its name in the address, what may be chosen and how much there is of it.</summary>
public sealed record NarrowChoice(string Key, string Label, string? Chosen, IReadOnlyList<(string Value, string Text, int Count)> Values)
{
    public string TextOf(string value) => Values.FirstOrDefault(one => one.Value == value).Text ?? value;
}
