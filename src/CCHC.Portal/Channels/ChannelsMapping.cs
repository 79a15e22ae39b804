using System.Text.Json;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Channels;

public static class ChannelsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("Outbox");
            message.HasIndex(m => new { m.DoneAt, m.NextAttemptAt });
            message.HasIndex(m => m.FeedbackId);
        });
        builder.Entity<MailTemplate>(template =>
        {
            template.ToTable("MailTemplates");
            template.HasIndex(t => new { t.SiteId, t.Key, t.Culture }).IsUnique();
        });
    }

    extension(PortalDb db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();
        public DbSet<MailTemplate> MailTemplates => db.Set<MailTemplate>();

        /// <summary>Puts a short message into the outbox, on the same terms.</summary>
        public void Post(TextMessage text, DateTimeOffset now, Guid? feedbackId = null) => db.Outbox.Add(OutboxMessage.Of(TextMessage.Kind, JsonSerializer.Serialize(text), now, feedbackId));

        /// <summary>Puts a mail into the outbox; it leaves only if the save it is part of succeeds.</summary>
        public void Post(Mail mail, DateTimeOffset now, Guid? feedbackId = null) => db.Outbox.Add(OutboxMessage.Of(Mail.Kind, JsonSerializer.Serialize(mail), now, feedbackId));

        /// <summary>Takes out of the outbox whatever tells of a case, sent or waiting; gone with the next save.</summary>
        public async Task Unpost(Guid feedbackId, CancellationToken stop) => db.Outbox.RemoveRange(await db.Outbox.Where(message => message.FeedbackId == feedbackId).ToListAsync(stop));
    }
}
