using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.MailIn;

public static class MailInMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<MailLetter>(letter =>
    {
        letter.ToTable("MailLetters");
        letter.HasIndex(l => new { l.SiteId, l.Key }).IsUnique();
        letter.HasIndex(l => new { l.SiteId, l.Outcome, l.At });
    });

    extension(PortalDb db)
    {
        public DbSet<MailLetter> MailLetters => db.Set<MailLetter>();
    }

    extension(IQueryable<MailLetter> letters)
    {
        public IQueryable<MailLetter> WaitingForPerson() => letters.Where(letter => letter.Outcome == MailOutcome.ForPerson && letter.SettledAt == null);
    }
}
