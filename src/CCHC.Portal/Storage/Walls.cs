using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Storage;

/// <summary>The named filters that keep one body's rows from another's.</summary>
public static class Walls
{
    public const string Site = "site";

    /// <summary>Looks over the wall. Only the job loop and the operator may: FloorsTests lists every caller.</summary>
    public static IQueryable<T> OfEverySite<T>(this IQueryable<T> rows) where T : class, ISiteOwned =>
        rows.IgnoreQueryFilters([Site]);
}
