using System.Globalization;

namespace CCHC.Portal.Web.Kit;

/// <summary>Where a page of a long list stands, and the way to the others. <paramref name="What"/> names what is counted; without it nothing is said of the count.</summary>
public sealed record Pager(int Page, int Count, string? What, string Address, int Size = Pager.Usual)
{
    public const int Usual = 20, Furthest = 100;

    public int Pages => PagesOf(Count, Size);

    public int First => Count == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Count);

    public IEnumerable<int> Shown => Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Page) <= 2);

    /// <summary>The page asked for, brought into range: nothing, words and ?trang=-1 mean the first.</summary>
    public static int Within(int? wanted, int count, int size = Usual) => Math.Clamp(wanted ?? 1, 1, PagesOf(count, size));

    /// <summary>What was asked for in the address, as far as it is a number.</summary>
    public static int? Asked(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, Furthest) : null;

    /// <summary>The list's own address with its filters, at another page.</summary>
    public string AddressOf(int page) => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "trang=" + page.ToString(CultureInfo.InvariantCulture);

    /// <summary>The present address without its page number.</summary>
    public static string AddressHere(HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(pair => pair.Key != "trang" && !string.IsNullOrEmpty(pair.Value)));

    private static int PagesOf(int count, int size) => Math.Clamp((count + size - 1) / size, 1, Furthest);
}
