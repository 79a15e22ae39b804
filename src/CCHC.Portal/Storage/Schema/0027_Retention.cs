using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0027_Retention")]
public sealed class Retention : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<DateTime>("HeldAt", "Feedback", nullable: true);
        schema.AddColumn<DateTime>("PurgedAt", "Feedback", nullable: true);

        schema.CreateTable("RetentionRules", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Kind = table.Text(),
            Months = table.Number(),
            Basis = table.Text(),
            SetBy = table.Ref(),
            SetAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_RetentionRules", rule => rule.Id));
        schema.CreateIndex("IX_RetentionRules_SiteId_Kind", "RetentionRules", ["SiteId", "Kind"], unique: true);

        schema.CreateTable("CasePurges", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            ProposedBy = table.Ref(),
            ProposedAt = table.Instant(),
            Reason = table.Text(),
            CasesJson = table.Text(),
            State = table.Text(),
            DecidedBy = table.MaybeRef(),
            DecidedAt = table.MaybeInstant(),
            Note = table.Text(),
            Count = table.Number(),
            Files = table.Number(),
            Print = table.Bytes(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_CasePurges", purge => purge.Id));
        schema.CreateIndex("IX_CasePurges_SiteId_State", "CasePurges", ["SiteId", "State"]);
    }
}
