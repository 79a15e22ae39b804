using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0023_SenderSide")]
public sealed class SenderSide : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("TextBy", "Feedback", nullable: true);
        schema.AddColumn<string>("Ground", "CaseExtensions", nullable: false, defaultValue: "Other");

        schema.CreateTable("SatisfactionRatings", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Score = table.Number(),
            Reason = table.Text(),
            AnsweredAt = table.Instant(),
            RatedAt = table.Instant(),
            ChangedAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_SatisfactionRatings", rating => rating.Id));
        schema.CreateIndex("IX_SatisfactionRatings_FeedbackId", "SatisfactionRatings", "FeedbackId", unique: true);

        schema.CreateTable("ReopenRequests", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            At = table.Instant(),
            Reason = table.Text(),
            FromUnitId = table.MaybeRef(),
            ToUnitId = table.MaybeRef(),
        }, constraints: table => table.PrimaryKey("PK_ReopenRequests", again => again.Id));
        schema.CreateIndex("IX_ReopenRequests_FeedbackId", "ReopenRequests", "FeedbackId", unique: true);
    }
}
