using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    public static PortalDb PortalDb(TestDatabase place)
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        options.Use(place.Settings, "portal");
        return new PortalDb(options.Options, PortalServices.Model);
    }

    public static SealedDb SealedDb(TestDatabase place)
    {
        var options = new DbContextOptionsBuilder<SealedDb>();
        options.Use(place.Settings, "sealed");
        return new SealedDb(options.Options);
    }
}
