using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>Somebody with roles in units of the site, by code.</summary>
    public static Actor Actor(SiteMap site, params (Role Role, string Unit)[] held) => new(Guid.CreateVersion7(), "Cán bộ (mẫu)",
        [.. held.Select(h => new Membership { Role = h.Role, UnitId = site.UnitByCode(h.Unit)!.Id })], site);
}
