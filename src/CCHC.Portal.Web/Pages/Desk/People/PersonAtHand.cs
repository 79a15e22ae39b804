using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>The account a page is about, and the proof that its administrator is still the one at the desk.</summary>
public sealed class PersonAtHand(PortalDb db, Visit visit, StillMe still, TimeProvider clock)
{
    public Guid Me => visit.Me.PersonId;

    public Task<Person?> Find(Guid id, CancellationToken stop) =>
        db.People.Include(person => person.Memberships).SingleOrDefaultAsync(person => person.Id == id, stop);

    /// <summary>Whether the administrator's own password was given again (security.md §5).</summary>
    public Task<bool> IsStillMe(string? password, HttpContext context, CancellationToken stop) => still.Proves(password, context, stop);

    /// <summary>Goes with the next save.</summary>
    public void Record(string what, Person person, string detail = "") =>
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = Me, What = what, Subject = person.Id.ToString("n"), Detail = detail });
}
