using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>/t/&lt;code&gt;: the short address on notice boards and leaflets, leading to the page itself.</summary>
public static class ShortAddress
{
    private static readonly string[] Kinds = [ContentTypes.Procedure.Key, ContentTypes.Guide.Key, ContentTypes.Hotline.Key];

    public static async Task<IResult> Answer(string code, PortalDb db, Visit visit, CancellationToken stop)
    {
        var asked = code.Trim().ToLowerInvariant();
        var live = await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().ForReader(visit.Culture).Where(edition => Kinds.Contains(edition.Type)).OrderBy(edition => edition.Id).ToListAsync(stop);
        // A code may stand on an abolished procedure and on its successor: the one in force is meant.
        var found = live.Where(edition => ShortCode.Of(edition) == asked).OrderBy(edition => edition.Body.IsGone).FirstOrDefault();
        return found is null ? Results.NotFound() : Results.LocalRedirect("~" + found.Address);
    }
}
