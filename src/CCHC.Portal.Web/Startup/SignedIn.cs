using System.Security.Claims;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Startup;

/// <summary>Lets a person in who has proved who they are, on record.</summary>
public sealed class SignedIn(PortalDb db, UserManager<Person> people, SignInManager<Person> signIn, TimeProvider clock)
{
    public const string Desk = "/quan-tri";

    public async Task Welcome(Person person, HttpContext context, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        person.LastSeenAt = now;
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = person.Id, What = "sign-in" });
        await db.SaveChangesAsync(stop);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(person, isPersistent: false);
    }

    /// <summary>The person who gave the right password and still owes the second factor.</summary>
    public async Task<Person?> HalfWay(HttpContext context)
    {
        var proof = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return proof.Principal?.FindFirstValue(ClaimTypes.Name) is { } id
            && await people.FindByIdAsync(id) is { IsActive: true, TwoFactorEnabled: true } person
            && person.SecurityStamp == proof.Principal.FindFirstValue("stamp") ? person : null;
    }

    /// <summary>Where to go after signing in: an address of our own, or the desk.</summary>
    public static string AddressAfter(IUrlHelper url, string? wanted) =>
        wanted is not null && url.IsLocalUrl(wanted) ? wanted : url.Content("~" + Desk);
}
