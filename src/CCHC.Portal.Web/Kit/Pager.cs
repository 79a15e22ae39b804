using Microsoft.AspNetCore.WebUtilities;

namespace CCHC.Portal.Web.Kit;

/// <summary>Which page of a list this is, and the addresses of the others.</summary>
public sealed record Pager(int Page, int Pages, string Path, IReadOnlyDictionary<string, string?> Filters)
{
    public const int MostPages = 100;

    /// <summary>The page asked for, brought into range: nothing, words and ?trang=-1 mean the first.</summary>
    public static int Wanted(string? asked) => int.TryParse(asked, out var page) ? Math.Clamp(page, 1, MostPages) : 1;

    public static int PagesFor(int total, int size) => Math.Clamp((total + size - 1) / size, 1, MostPages);

    public string Address(int page) => QueryHelpers.AddQueryString(Path,
        Filters.Where(filter => !string.IsNullOrEmpty(filter.Value)).Concat(page > 1 ? [new("trang", page.ToString())] : []));
}
