using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0028_Conflicts")]
public sealed class Conflicts : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("Upper", "Units", nullable: false, defaultValue: "");
        schema.AddColumn<bool>("IsBarred", "Feedback", nullable: false, defaultValue: false);

        schema.CreateTable("CaseAbouts", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            UnitId = table.MaybeRef(),
            Post = table.Text(),
            PersonId = table.MaybeRef(),
            Name = table.Text(),
            Source = table.Text(),
            MarkedBy = table.MaybeRef(),
            At = table.Instant(),
            LiftedAt = table.MaybeInstant(),
            LiftedBy = table.MaybeRef(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CaseAbouts", about => about.Id);
            table.ForeignKey("FK_CaseAbouts_Feedback_FeedbackId", about => about.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_CaseAbouts_FeedbackId", "CaseAbouts", "FeedbackId");

        schema.CreateTable("CaseBars", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            AboutId = table.Ref(),
            UnitId = table.MaybeRef(),
            PersonId = table.MaybeRef(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CaseBars", bar => bar.Id);
            table.ForeignKey("FK_CaseBars_Feedback_FeedbackId", bar => bar.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_CaseBars_FeedbackId", "CaseBars", "FeedbackId");
        schema.CreateIndex("IX_CaseBars_UnitId", "CaseBars", "UnitId");
        schema.CreateIndex("IX_CaseBars_PersonId", "CaseBars", "PersonId");
    }
}
