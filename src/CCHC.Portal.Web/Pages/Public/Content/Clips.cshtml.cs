using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The films of the portal, newest first.</summary>
public sealed class ClipsModel(PortalDb db, Visit visit, MediaShelf shelf) : ClipList(db, visit, shelf)
{
    protected override ContentType Type => ContentTypes.Video;
    protected override string Address => "~/video";
    protected override int Size => 12;
}
