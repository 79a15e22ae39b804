using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0020_Merging")]
public sealed class Merging : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("CaseLinks", table => new { Id = table.Key(), SiteId = table.Ref(), FeedbackId = table.Ref(), OtherId = table.Ref(), At = table.Instant(), PersonId = table.Ref() },
            constraints: table => table.PrimaryKey("PK_CaseLinks", link => link.Id));
        schema.CreateIndex("IX_CaseLinks_FeedbackId_OtherId", "CaseLinks", ["FeedbackId", "OtherId"], unique: true);
        schema.CreateIndex("IX_CaseLinks_OtherId", "CaseLinks", "OtherId");
    }
}
