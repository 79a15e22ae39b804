using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0039_OutboxOfACase")]
public sealed class OutboxOfACase : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<Guid>("FeedbackId", "Outbox", nullable: true);
        schema.CreateIndex("IX_Outbox_FeedbackId", "Outbox", "FeedbackId");
        schema.Sql("UPDATE \"Outbox\" SET \"Payload\" = '' WHERE \"DoneAt\" IS NOT NULL");   // what was carried names nobody any more
    }
}
