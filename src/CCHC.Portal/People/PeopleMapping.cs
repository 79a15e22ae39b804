using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.People;

public static class PeopleMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.HasIndex(p => new { p.SiteId, p.NormalizedUserName }).IsUnique();
            person.HasIndex(p => p.NormalizedEmail);
            person.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
            person.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.PersonId);
        });
        builder.Entity<Membership>(membership =>
        {
            membership.ToTable("Memberships");
            membership.HasIndex(m => new { m.PersonId, m.UnitId, m.Role }).IsUnique();
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("AuditEntries");
            entry.HasIndex(e => new { e.SiteId, e.At });
            entry.HasIndex(e => new { e.SiteId, e.Number }).IsUnique();
        });
        builder.Entity<IdentityUserClaim<Guid>>(claim => claim.ToTable("PersonClaims").HasKey(c => c.Id));
        builder.Entity<IdentityUserLogin<Guid>>(login => login.ToTable("PersonLogins").HasKey(l => new { l.LoginProvider, l.ProviderKey }));
        builder.Entity<IdentityUserToken<Guid>>(token => token.ToTable("PersonTokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name }));
    }

    extension(PortalDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Membership> Memberships => db.Set<Membership>();
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>The full names of these people, for saying who did what.</summary>
        public async Task<IReadOnlyDictionary<Guid, string>> NamesOf(IEnumerable<Guid?> people, CancellationToken stop)
        {
            var ids = people.OfType<Guid>().Distinct().ToList();
            return ids.Count == 0 ? new Dictionary<Guid, string>()
                : await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, stop);
        }
    }
}
