using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Asking;

/// <summary>The table of the form's questions.</summary>
public static class AskingMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<FormQuestion>(question =>
    {
        question.ToTable("FormQuestions");
        question.HasIndex(q => new { q.SiteId, q.Code }).IsUnique();
        question.Ignore(q => q.Choices);
        question.Ignore(q => q.IsAsked);
    });

    extension(PortalDb db)
    {
        public DbSet<FormQuestion> FormQuestions => db.Set<FormQuestion>();
    }
}
