using System.Security.Claims;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>Says on a page which deed it needs; the one permission function decides.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NeedsAttribute(Deed deed) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Deed Deed { get; } = deed;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Loads who is acting and asks whether they may.</summary>
public sealed class NeedsHandler(PortalDb db, Visit visit) : AuthorizationHandler<NeedsAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        visit.Actor ??= await Load(context.User);
        if (visit.Actor?.Can(requirement.Deed) == true)
        {
            context.Succeed(requirement);
        }
    }

    private async Task<Actor?> Load(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }
        var person = await db.People.AsNoTracking().Include(p => p.Memberships).SingleOrDefaultAsync(p => p.Id == id && p.IsActive);
        return person is null ? null : new Actor(person.Id, person.FullName, person.Memberships, visit.Site);
    }
}
