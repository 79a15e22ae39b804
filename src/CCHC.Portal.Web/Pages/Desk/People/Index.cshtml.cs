using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Everybody with an account on this site.</summary>
[Needs(Deed.ManagePeople)]
public sealed class IndexModel(PortalDb db) : PageModel
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        People = await db.People.AsNoTracking().Include(person => person.Memberships).OrderBy(person => person.FullName).ThenBy(person => person.Id).ToListAsync(stop);
}
