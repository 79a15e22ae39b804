using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.People;

/// <summary>A member of staff who signs in.</summary>
public sealed class Person : IdentityUser<Guid>, ISiteOwned
{
    public Person() => Id = Guid.CreateVersion7();

    public Guid SiteId { get; set; }
    public string FullName { get; set; } = "";
    public bool IsActive { get; set; } = true;
    public DateTimeOffset? LastSeenAt { get; set; }
    public List<Membership> Memberships { get; init; } = [];
}
