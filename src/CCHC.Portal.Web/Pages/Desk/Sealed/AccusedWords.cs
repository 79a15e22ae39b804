using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Somebody who is accused, as they were named, for the readers of the sealed store.</summary>
public static class AccusedWords
{
    public static string Of(SiteMap site, AboutPost post, Guid? unit, string name) => string.Join(": ", new[] { post.Vi(), string.Join(", ", new[] { site.UnitById(unit)?.Name, name }.Where(part => !string.IsNullOrEmpty(part))) }.Where(part => part != ""));
}
