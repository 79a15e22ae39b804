using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0014_SupportingUnits")]
public sealed class SupportingUnits : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("SupportingUnits", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            UnitId = table.Ref(),
            DueAt = table.MaybeDay(),
            Question = table.Text(),
            AskedBy = table.MaybeRef(),
            AskedAt = table.Instant(),
            Contribution = table.Text(),
            DoneBy = table.MaybeRef(),
            DoneAt = table.MaybeInstant(),
            Version = table.Number(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SupportingUnits", unit => unit.Id);
            table.ForeignKey("FK_SupportingUnits_Feedback_FeedbackId", unit => unit.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_SupportingUnits_FeedbackId", "SupportingUnits", "FeedbackId");
        schema.CreateIndex("IX_SupportingUnits_SiteId_UnitId_DoneAt_DueAt", "SupportingUnits", ["SiteId", "UnitId", "DoneAt", "DueAt"]);
        // Who holds the queue of what no line fits: part of the table's version.
        schema.AddColumn<Guid>("UnmatchedOwnerId", "RoutingTables", nullable: true);
    }
}
