namespace CCHC.Portal.Web.Kit;

/// <summary>Where a page of a long list stands, and the way to the others.</summary>
public sealed record DeskPager(int Page, int Count, string What, string Address, int Size = DeskPager.Usual)
{
    public const int Usual = 20, Furthest = 100;

    public int Pages => Math.Clamp((Count + Size - 1) / Size, 1, Furthest);

    public int First => Count == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Count);

    public IEnumerable<int> Shown => Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Page) <= 2);

    public static int Within(int? wanted, int count, int size = Usual) => Math.Clamp(wanted ?? 1, 1, Math.Clamp((count + size - 1) / size, 1, Furthest));

    /// <summary>The list's own address with its filters, at another page.</summary>
    public string AddressOf(int page) => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "trang=" + page.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The present address without its page number.</summary>
    public static string AddressHere(HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(pair => pair.Key != "trang" && !string.IsNullOrEmpty(pair.Value)));
}
