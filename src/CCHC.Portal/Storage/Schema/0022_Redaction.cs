using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0022_Redaction")]
public sealed class Redaction : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("RedactedOriginals", table => new { Id = table.Key(), SiteId = table.Ref(), FeedbackId = table.Ref(), Box = table.Bytes(), At = table.Instant(), PersonId = table.Ref(), Reason = table.Text() },
            constraints: table => table.PrimaryKey("PK_RedactedOriginals", original => original.Id));
        schema.CreateIndex("IX_RedactedOriginals_FeedbackId", "RedactedOriginals", "FeedbackId");
    }
}
