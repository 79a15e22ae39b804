using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Pages.Public.Sealed;

/// <summary>Finds the mailbox behind a code for the look-up page, which knows nothing else of it.</summary>
public sealed class SenderDoor(SealedMailbox mailbox, Visit visit)
{
    public Task<(Guid Id, byte[] SecretHash)?> Find(string referenceCode, CancellationToken stop) => mailbox.Find(visit.Site.Id, referenceCode, stop);
}
