using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>The reader at the desk of the sealed store: whom they may read, and the proof that it is they, in two steps, before anything opens.</summary>
public sealed class SealedAtHand(SealedStore store, SealedPass passes, Credentials credentials, SecondFactor factor, UserManager<Person> people, Visit visit, PortalDb db)
{
    public SealedReader Reader => SealedReader.Of(visit.Me, visit.Site);

    public Guid SiteId => visit.Site.Id;

    public Task<SealedCase?> Find(Guid id, CancellationToken stop) => store.Find(SiteId, id, Reader, stop);

    public string PassFor(Guid id) => passes.For(Reader.PersonId, id);

    public bool Passes(string? pass, Guid id) => passes.Opens(pass, Reader.PersonId, id);

    /// <summary>Whether password and app code are this reader's; an account without an app opens nothing.</summary>
    public async Task<bool> Proves(string? password, string? code, HttpContext context, CancellationToken stop)
    {
        if ((await credentials.Check(context.User.Identity?.Name, password, context, stop))?.Id != Reader.PersonId || code is not { Length: > 0 and <= 20 })
        {
            return false;
        }
        string[] keys = ["code:" + Reader.PersonId];
        await credentials.Wait(keys, stop);
        var person = await people.FindByIdAsync(Reader.PersonId.ToString());
        if (person is not { TwoFactorEnabled: true } || !await factor.Accepts(person, code))
        {
            return false;
        }
        credentials.Succeeded(keys);
        return true;
    }

    public async Task<IReadOnlyList<(string Who, string What, string When)>> Named(IReadOnlyList<SealedAccess> accesses, CancellationToken stop)
    {
        var names = await db.NamesOf(accesses.Select(access => (Guid?)access.PersonId), stop);
        return [.. accesses.Select(access => (names.GetValueOrDefault(access.PersonId, "Người đã rời"), access.What, CCHC.Portal.Time.VietnamTime.Moment(access.At)))];
    }
}
