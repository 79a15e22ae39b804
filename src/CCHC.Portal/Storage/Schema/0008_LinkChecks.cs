using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0008_LinkChecks")]
public sealed class LinkChecks : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("LinkChecks", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Address = table.Text(),
            Outcome = table.Text(),
            Status = table.MaybeNumber(),
            Reason = table.Text(),
            FoundAt = table.Instant(),
            CheckedAt = table.MaybeInstant(),
            BrokenSince = table.MaybeInstant(),
        }, constraints: table => table.PrimaryKey("PK_LinkChecks", check => check.Id));
        schema.CreateIndex("IX_LinkChecks_SiteId_Address", "LinkChecks", ["SiteId", "Address"], unique: true);
        schema.CreateIndex("IX_LinkChecks_SiteId_Outcome", "LinkChecks", ["SiteId", "Outcome"]);

        schema.CreateTable("LinkUses", table => new { CheckId = table.Ref(), EditionId = table.Ref(), SiteId = table.Ref() }, constraints: table =>
        {
            table.PrimaryKey("PK_LinkUses", use => new { use.CheckId, use.EditionId });
            table.ForeignKey("FK_LinkUses_LinkChecks_CheckId", use => use.CheckId, "LinkChecks", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_LinkUses_EditionId", "LinkUses", "EditionId");
    }
}
