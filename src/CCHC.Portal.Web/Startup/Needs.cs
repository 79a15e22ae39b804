using System.Security.Claims;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>Says on a page which deed it needs; the one permission function decides.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NeedsAttribute(Deed deed) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Deed Deed { get; } = deed;

    /// <summary>Open also while the person still owes a second factor or a password of their own: the pages where they set them.</summary>
    public bool BeforeDuties { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Loads who is acting and asks whether they may.</summary>
public sealed class NeedsHandler(PortalDb db, Visit visit, PeopleSettings settings) : AuthorizationHandler<NeedsAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        visit.Actor ??= await Load(context.User);
        if (visit.Actor?.Can(requirement.Deed) == true && (requirement.BeforeDuties || visit.Duty is null))
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
        if (person is null)
        {
            return null;
        }
        visit.Duty = await DutyOf(person);
        return new Actor(person.Id, person.FullName, person.Memberships, visit.Site);
    }

    // Whoever may read sealed cases has a second factor, whatever the settings say.
    // What somebody must do before anything else, as the address of the page where it is done.
    private async Task<string?> DutyOf(Person person)
    {
        var ownPassword = !await db.Set<IdentityUserToken<Guid>>().AnyAsync(token =>
            token.UserId == person.Id && token.LoginProvider == OwnPassword.Keeper && token.Name == OwnPassword.Owed);
        return !ownPassword ? "/tai-khoan/mat-khau"
            : (settings.RequireSecondFactor || person.Memberships.Exists(held => held.Role == Role.SealedOfficer)) && !person.TwoFactorEnabled ? "/tai-khoan/xac-thuc"
            : null;
    }
}
