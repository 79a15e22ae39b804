using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>/t/&lt;code&gt;: the short address on notice boards and leaflets, leading to the page itself.</summary>
public static class ShortAddress
{
    private static readonly string[] Kinds = [ContentTypes.Procedure.Key, ContentTypes.Guide.Key, ContentTypes.Hotline.Key];

    public static async Task<IResult> Answer(string code, PortalDb db, Visit visit, CancellationToken stop) =>
        await Find(code, db, visit, stop) is { } found ? Results.LocalRedirect("~" + found.Address) : Results.NotFound();

    /// <summary>What a code stands for, in the reader's language.</summary>
    public static async Task<Edition?> Find(string code, PortalDb db, Visit visit, CancellationToken stop)
    {
        var asked = code.Trim().ToLowerInvariant();
        var live = await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().ForReader(visit.Culture).Where(edition => Kinds.Contains(edition.Type)).OrderBy(edition => edition.Id).ToListAsync(stop);
        // A code may stand on an abolished procedure and on its successor: the one in force is meant.
        return live.Where(edition => ShortCode.Of(edition) == asked).OrderBy(edition => edition.Body.IsGone).FirstOrDefault();
    }

    /// <summary>The whole short address of a thing, as codes and leaflets say it.</summary>
    public static string Of(Edition edition, Visit visit) => $"{visit.Site.Profile.BaseUrl}{(visit.IsEnglish ? "/en" : "")}/t/{ShortCode.Of(edition)}";
}
