using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The recordings of the portal, newest first, with the way to the podcast.</summary>
public sealed class RecordingsModel(PortalDb db, Visit visit, MediaShelf shelf) : ClipList(db, visit, shelf)
{
    protected override ContentType Type => ContentTypes.Audio;
    protected override string Address => "~/am-thanh";
    protected override int Size => 20;
}
